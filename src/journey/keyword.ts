// Does a message consist of a keyword? Whatever the case, the width of its letters and the punctuation and space around
// it, in any script. Pure.

/** True where the whole text is one of the keywords. `STOP!` is `stop`; `please stop` is not. */
export function isKeyword(text: string, keywords: readonly string[]): boolean {
  const word = toBareWord(text);
  return word !== '' && keywords.some((keyword) => toBareWord(keyword) === word);
}

/** What nobody sees: spaces without width, and how an emoji is to be drawn. */
const invisible = /\p{Cf}|\p{Variation_Selector}/gu;
const space = /\s+/g;
const edges = /^[\p{P}\p{S}\s]+|[\p{P}\p{S}\s]+$/gu;

/** What is compared. NFKC brings full and half width together, and a syllable of Hangul with its letters. */
export function toBareWord(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(space, ' ')
    .trim();
  // A text of signs alone, a thumb for example, is a word itself.
  return plain.replace(edges, '') || plain;
}
