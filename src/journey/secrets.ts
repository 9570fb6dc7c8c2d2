// Recognises secrets by their form or by the field they stand in. A journey is read by many people and kept for ever:
// no key belongs there. Says the kind only, never the text. Pure.

export const secretKinds = [
  'meta-token',
  'bearer-token',
  'aws-key',
  'private-key',
  'jwt',
  'service-key',
  'url-password',
  'url-token',
  'credential-field',
] as const;
export type SecretKind = (typeof secretKinds)[number];

/** Shorter than any secret. */
const shortest = 8;

const patterns: readonly (readonly [SecretKind, RegExp])[] = [
  ['private-key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ['meta-token', /\bEAA[A-Za-z0-9]{30,}/],
  ['jwt', /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/],
  ['bearer-token', /\bBearer\s+[\w.~+/-]{16,}/i],
  ['aws-key', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  [
    'service-key',
    /\b(?:xox[abprs]-[\w-]{10,}|gh[opsur]_\w{30,}|github_pat_\w{30,}|AIza[\w-]{35}|[sr]k_live_\w{16,}|SG\.[\w-]{16,}\.[\w-]{16,}|SK[0-9a-f]{32}|sk-[\w-]{24,})/,
  ],
  ['url-password', /\bhttps?:\/\/[^\s/:@{]+:[^\s/@{]+@/],
  ['url-token', /[?&](?:access_token|api_?key|key|token|secret|sig)=[\w.~-]{16,}/i],
];
/** What every pattern contains: most texts are done with one search. */
const hint =
  /PRIVATE KEY|EAA|eyJ|Bearer|A[KS]IA|xox|gh[opsur]_|github_pat|AIza|k_live_|SG\.|SK[0-9a-f]|sk-|:\/\/|[?&]\w+=/i;

const credentialField =
  /^(?:(?:proxy-)?authorization|(?:x-)?api[-_]?key|x-auth-token|(?:access|refresh|auth)[-_]?token|(?:client[-_]?)?secret|password|passwd|cookie)$/i;

/** False for most texts, without a look at where they stand. */
export function mayBeSecret(text: string, field: string | number): boolean {
  return (
    text.length >= shortest && (hint.test(text) || (typeof field === 'string' && credentialField.test(field)))
  );
}

/** The kind of secret that a text at this place contains. Text from Liquid is none: it is not in the definition. */
export function findSecret(text: string, path: readonly (string | number)[]): SecretKind | undefined {
  if (text.length < shortest) return undefined;
  if (hint.test(text)) {
    const found = patterns.find(([, pattern]) => pattern.test(text));
    if (found !== undefined) return found[0];
  }
  const field = path.at(-1);
  const isCredential = typeof field === 'string' && credentialField.test(field) && !text.includes('{{');
  // A field of that name in `data` or of a node's form says a kind, not a value.
  return isCredential && path.includes('with') ? 'credential-field' : undefined;
}
