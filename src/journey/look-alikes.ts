// Finds letters of other scripts that look like ASCII, and characters that can't be seen at all: in code they make two
// names that look the same but are not. Korean and every other script in names and messages is fine. Pure.

export const scripts = ['cyrillic', 'greek', 'full-width'] as const;
export type Script = (typeof scripts)[number];

/** A character that deceives the reader. */
export interface Odd {
  /** `U+0430`. */
  readonly codePoint: string;
  /** UTF-16 offset inside the text. */
  readonly offset: number;
  /** Absent for what can't be seen. */
  readonly like?: { readonly script: Script; readonly letter: string };
}

const cyrillic = 'АВЕЅІЈКМНОРСТУХаеіјорсухѕԁԛԝһ';
const likeCyrillic = 'ABESIJKMHOPCTYXaeijopcyxsdqwh';
const greek = 'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονια';
const likeGreek = 'ABEZHIKMNOPTYXovia';

const letters = new Map<string, { readonly script: Script; readonly letter: string }>();
for (const [index, letter] of [...cyrillic].entries()) {
  letters.set(letter, { script: 'cyrillic', letter: likeCyrillic[index] ?? '' });
}
for (const [index, letter] of [...greek].entries()) {
  letters.set(letter, { script: 'greek', letter: likeGreek[index] ?? '' });
}
for (let code = 0x21; code <= 0x7e; code += 1) {
  letters.set(String.fromCharCode(code + 0xfee0), {
    script: 'full-width',
    letter: String.fromCharCode(code),
  });
}

/** Zero width, soft hyphen, direction marks and overrides, fillers, blanks other than the usual one. */
const invisible = /(?! )[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Z}]/u;

/** The first character of a piece of code that deceives. */
export function findOdd(text: string): Odd | undefined {
  if (isPlainAscii(text)) return undefined;
  let offset = 0;
  for (const character of text) {
    const like = letters.get(character);
    if (like !== undefined || invisible.test(character)) {
      return { codePoint: nameCodePoint(character), offset, ...(like && { like }) };
    }
    offset += character.length;
  }
  return undefined;
}

/** The same, for texts that may well be of another script: only inside words that ASCII letters are in too. */
export function findOddInMixedWords(text: string): Odd | undefined {
  if (isPlainAscii(text)) return undefined;
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}\p{N}\p{Cf}_]+/gu)) {
    const odd = /[A-Za-z]/.test(word) ? findOdd(word) : undefined;
    if (odd !== undefined) return { ...odd, offset: odd.offset + index };
  }
  return undefined;
}

/** The text with what stands in quotes blanked, so that offsets stay: strings of an expression may say anything. */
export function blankQuoted(source: string): string {
  return source.replaceAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, (quoted) => ' '.repeat(quoted.length));
}

/** A text with everything but the insides of Liquid's tags blanked. */
export function blankOutsideTags(source: string): string {
  const tag = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g;
  let blanked = '';
  let end = 0;
  for (const { 0: found, index } of source.matchAll(tag)) {
    blanked += ' '.repeat(index - end) + blankQuoted(found);
    end = index + found.length;
  }
  return blanked;
}

/** Made once: a literal in a function is a new object at every call. */
const notPlain = /[^ -~\t\n\r]/;

/** Most texts: nothing in them can deceive. */
export function isPlainAscii(text: string): boolean {
  return !notPlain.test(text);
}

function nameCodePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
