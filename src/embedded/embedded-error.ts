// The one error of the embedded stack. Its code says what a person has to do; its message says how.

export type EmbeddedErrorCode =
  /** A server process ended or never became ready. */
  | 'EMBEDDED_START_FAILED'
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

export class EmbeddedError extends Error {
  override readonly name = 'EmbeddedError';
  readonly code: EmbeddedErrorCode;

  constructor(code: EmbeddedErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
