import { expect, test } from 'vitest';
import { parseSendersFile } from '../../src/main/senders-file.ts';

const defaults = { baseUrl: 'https://graph.facebook.com', apiVersion: 'v25.0' };
const read = (text: string) => parseSendersFile(text, defaults);
const problemsOf = (text: string) => {
  const file = read(text);
  return file.ok ? [] : file.problems;
};
const sender = (more = '') =>
  `{ "name": "shop", "phoneNumberId": "1", "accountId": "2", "accessToken": { "env": "T" }${more} }`;

test('a sender with nothing more than it needs is at Meta, with the defaults', () => {
  expect(read(`{ "senders": [${sender()}] }`)).toEqual({
    ok: true,
    senders: [
      {
        name: 'shop',
        phoneNumberId: '1',
        accountId: '2',
        provider: 'meta',
        ...defaults,
        token: { env: 'T' },
        directSend: false,
        isDefault: false,
      },
    ],
  });
});

test('comments and trailing commas are allowed, and all settings arrive', () => {
  const text = `{
    // Two countries, two numbers.
    "senders": [
      {
        "name": "shop-kr", "phoneNumberId": "1", "accountId": "2", "portfolioId": "3",
        "apiVersion": "v26.0", "baseUrl": "https://example.org/", "perSecond": 20,
        "accessToken": { "file": "tokens/kr" },
        "marketingApi": { "policy": "strict", "shareActivity": true }, "directSend": true, "default": true,
      },
      { "name": "shop-br", "phoneNumberId": "4", "accountId": "5", "provider": "360dialog", "accessToken": "key", "marketingApi": true },
    ],
  }`;
  expect(read(text)).toMatchObject({
    ok: true,
    senders: [
      {
        name: 'shop-kr',
        portfolioId: '3',
        apiVersion: 'v26.0',
        baseUrl: 'https://example.org',
        perSecond: 20,
        token: { file: 'tokens/kr' },
        marketing: { policy: 'strict', shareActivity: true },
        directSend: true,
        isDefault: true,
      },
      {
        provider: '360dialog',
        baseUrl: 'https://waba-v2.360dialog.io',
        token: { text: 'key' },
        marketing: { policy: 'fallback' },
      },
    ],
  });
});

test('every problem is told with its line and column, and no value is repeated', () => {
  const text = `{
  "senders": [
    { "name": "Shop!", "phoneNumberId": 12, "accountId": "2", "accessToken": { "token": "hush" } },
    { "name": "shop", "accountId": "2", "accessToken": "hush", "perSecond": 0, "colour": "red" }
  ]
}`;
  const problems = problemsOf(text);
  expect(problems).toEqual([
    '3:15: senders.0.name: expected a name such as "shop-kr"',
    expect.stringMatching(/^3:41: senders\.0\.phoneNumberId: /),
    '3:78: senders.0.accessToken: expected { "file": "…" } or { "env": "…" }',
    expect.stringMatching(/^4:5: senders\.1\.phoneNumberId: /),
    expect.stringMatching(/^4:77: senders\.1\.perSecond: /),
    expect.stringMatching(/^4:5: senders\.1: .*colour/),
  ]);
  expect(problems.join()).not.toContain('hush');
});

test.each([
  [
    'a name',
    sender(),
    `{ "name": "shop", "phoneNumberId": "9", "accountId": "2", "accessToken": "k" }`,
    'name',
  ],
  [
    'a number',
    sender(),
    `{ "name": "b", "phoneNumberId": "1", "accountId": "2", "accessToken": "k" }`,
    'phoneNumberId',
  ],
  [
    'the default',
    sender(', "default": true'),
    `{ "name": "b", "phoneNumberId": "9", "accountId": "2", "accessToken": "k", "default": true }`,
    'default',
  ],
])('%s belongs to one sender', (_what, first, second, key) => {
  expect(problemsOf(`{ "senders": [${first}, ${second}] }`)).toEqual([
    expect.stringMatching(new RegExp(`^1:\\d+: senders\\.1\\.${key}: another sender has this already$`)),
  ]);
});

test.each(['', '[]', '{ "senders": [] }', '{ "senders": '])('%j is no list of senders', (text) => {
  expect(problemsOf(text)[0]).toMatch(/^1:\d+: /);
});
