// The calling code of an E.164 number, by ITU-T E.164's own structure: one digit for North America and for Russia and
// Kazakhstan, two for the numbers listed, three for all others. Pure.

const twoDigits = new Set(
  (
    '20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 ' +
    '81 82 84 86 90 91 92 93 94 95 98'
  ).split(' '),
);

/** Undefined for nobody's. @param phone E.164 with its plus sign */
export function callingCodeOf(phone: string | undefined): string | undefined {
  if (phone === undefined) return undefined;
  const digits = phone.slice(1);
  if (digits.startsWith('1') || digits.startsWith('7')) return digits.slice(0, 1);
  return digits.slice(0, twoDigits.has(digits.slice(0, 2)) ? 2 : 3);
}
