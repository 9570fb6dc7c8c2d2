// The one error of the embedded stack. Its code says what a person has to do; its text says how, in their language.

export type EmbeddedErrorCode =
  /** A server process ended or never became ready. */
  | 'EMBEDDED_START_FAILED'
  /** Somebody listens on the wanted port. */
  | 'EMBEDDED_PORT_TAKEN'
  /** Another live process of ours owns the folder. */
  | 'EMBEDDED_FOLDER_BUSY'
  /** The folder holds data that this version cannot serve, or that somebody else owns. */
  | 'EMBEDDED_FOLDER_UNUSABLE'
  /** No PostgreSQL binaries for this platform. */
  | 'EMBEDDED_POSTGRES_MISSING'
  /** No Temporal binary could be found or fetched. */
  | 'EMBEDDED_TEMPORAL_MISSING'
  /** A downloaded file is not what was expected. */
  | 'EMBEDDED_DOWNLOAD_BAD'
  /** A server that was named by an address does not answer as needed. */
  | 'EMBEDDED_SERVER_UNREACHABLE';

/** In both languages of the command line. */
export interface EmbeddedText {
  readonly en: string;
  readonly ko: string;
}

export class EmbeddedError extends Error {
  override readonly name = 'EmbeddedError';
  readonly code: EmbeddedErrorCode;
  readonly text: EmbeddedText;

  /** A string is a reason that only stands inside another error's text. */
  constructor(code: EmbeddedErrorCode, text: EmbeddedText | string, options?: ErrorOptions) {
    const both = typeof text === 'string' ? { en: text, ko: text } : text;
    super(both.en, options);
    this.code = code;
    this.text = both;
  }
}

/** Somebody else's folder stands where ours should. */
export function ownedByOther(folder: string): EmbeddedError {
  return new EmbeddedError('EMBEDDED_FOLDER_UNUSABLE', {
    en: `${folder} belongs to somebody else: remove it.`,
    ko: `${folder}의 소유자가 다른 사용자입니다. 이 폴더를 지우세요.`,
  });
}
