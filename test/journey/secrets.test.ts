import { describe, expect, it } from 'vitest';
import { findSecret } from '../../src/journey/secrets.ts';

const header = (name: string) => ['nodes', 'a', 'with', 'headers', name];
const letters = 'abcdefghijklmnop';

describe('findSecret', () => {
  it.each([
    ['meta-token', `EAA${letters}${letters}`],
    ['bearer-token', `Bearer ${letters}`],
    ['aws-key', 'AKIAABCDEFGHIJKLMNOP'],
    ['private-key', '-----BEGIN RSA PRIVATE KEY-----'],
    ['jwt', `eyJ${letters}.eyJ${letters}.${letters}`],
    ['service-key', `ghp_${letters}${letters}`],
    ['url-password', 'https://someone:something@example.org/'],
    ['url-token', `https://example.org/hook?token=${letters}`],
  ])('recognises %s wherever it stands', (kind, text) => {
    expect(findSecret(text, ['nodes', 'a', 'with', 'body'])).toBe(kind);
    expect(findSecret(`send ${text} along`, ['canvas', 'note'])).toBe(kind);
  });

  it.each(['authorization', 'X-Api-Key', 'api_key', 'client-secret', 'password'])(
    'knows the field %s',
    (name) => {
      expect(findSecret('12345678', header(name))).toBe('credential-field');
      expect(findSecret('{{ run.vars.token }}', header(name))).toBeUndefined();
    },
  );

  it('leaves ordinary texts alone', () => {
    for (const text of [
      'Bearer of good news',
      'https://example.org/a?utm_source=spring',
      'EAA is an agency',
      '안녕하세요',
    ])
      expect(findSecret(text, ['nodes', 'a', 'with', 'text'])).toBeUndefined();
    expect(findSecret('string', ['data', 'person', 'password'])).toBeUndefined();
  });
});
