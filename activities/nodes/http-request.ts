// `http.request`: calls another system. 2xx is `ok`, every other answer `failed`; no answer is tried again. Its texts go
// to that system only, so they may read secrets.

import {
  defineNode,
  durationField,
  exactMsOf,
  textField,
  webAddressField,
  z,
} from '../../src/node-kit/index.ts';

export const httpRequest = defineNode({
  type: 'http.request',
  version: 1,
  title: { en: 'HTTP request', ko: 'HTTP 요청' },
  idempotent: true,
  config: z.strictObject({
    url: webAddressField,
    method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).default('POST'),
    headers: z.record(z.string(), textField(4_000)).default({}),
    body: textField(20_000).optional(),
    timeout: durationField.default('10s'),
  }),
  outcomes: ['ok', 'failed'],
  readsSecrets: true,
  texts: ({ url, headers, body = '' }) => [
    { path: ['url'], source: url },
    { path: ['body'], source: body },
    ...Object.entries(headers).map(([name, source]) => ({ path: ['headers', name], source })),
  ],
  async run({ config, render, http, idempotencyKey }) {
    const headers = Object.entries(config.headers).map(([name, source]) => [name, render(source)]);
    const { status } = await http({
      method: config.method,
      url: render(config.url),
      headers: { ...Object.fromEntries(headers), 'idempotency-key': idempotencyKey },
      ...(config.body ? { body: render(config.body) } : {}),
      timeoutMs: exactMsOf(config.timeout) ?? 10_000,
    });
    return status < 300 ? { outcome: 'ok' } : { outcome: 'failed', code: `http_${status}` };
  },
});
