// How many parts a text message is sent and billed in: 160 characters of the GSM alphabet alone and 153 of several, or
// 70 and 67 once any other character stands in it (3GPP TS 23.038, 23.040). Pure.

export interface SmsSegments {
  readonly encoding: 'gsm-7' | 'ucs-2';
  /** In units of the encoding: a character of the GSM extension table counts twice. */
  readonly length: number;
  readonly segments: number;
}

const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const extension = '\f^{}\\[~]|€';
const isBasic = new Set(basic);
const isExtended = new Set(extension);

export function countSmsSegments(text: string): SmsSegments {
  const characters = [...text];
  if (!characters.every((character) => isBasic.has(character) || isExtended.has(character))) {
    // UTF-16 units; a pair is not split over two parts.
    return { encoding: 'ucs-2', ...split(characters, ({ length }) => length, { alone: 70, each: 67 }) };
  }
  const sizeOf = (character: string) => (isExtended.has(character) ? 2 : 1);
  return { encoding: 'gsm-7', ...split(characters, sizeOf, { alone: 160, each: 153 }) };
}

function split(
  characters: readonly string[],
  sizeOf: (character: string) => number,
  { alone, each }: { readonly alone: number; readonly each: number },
): Pick<SmsSegments, 'length' | 'segments'> {
  const sizes = characters.map(sizeOf);
  const length = sizes.reduce((sum, size) => sum + size, 0);
  if (length <= alone) return { length, segments: length === 0 ? 0 : 1 };
  let segments = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > each) {
      segments += 1;
      used = 0;
    }
    used += size;
  }
  return { length, segments };
}
