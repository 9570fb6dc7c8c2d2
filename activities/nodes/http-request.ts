// `http.request`: calls another system. 2xx is `ok`, every other answer `failed`; no answer is tried again.

import { defineNode, durationField, exactMsOf, textField, z } from '../../src/node-kit/index.ts';

export const httpRequest = defineNode({
  type: 'http.request',
  version: 1,
  title: { en: 'HTTP request', ko: 'HTTP 요청' },
  idempotent: true,
  config: z.strictObject({
    url: z.url({ protocol: /^https?$/ }),
    method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).default('POST'),
    headers: z.record(z.string(), z.string()).default({}),
    body: textField(20_000).optional(),
    timeout: durationField.default('10s'),
  }),
  outcomes: ['ok', 'failed'],
  texts: ({ body }) => (body ? [{ path: ['body'], source: body }] : []),
  async run({ config, render, http, idempotencyKey }) {
    const { status } = await http({
      method: config.method,
      url: config.url,
      headers: { ...config.headers, 'idempotency-key': idempotencyKey },
      ...(config.body ? { body: render(config.body) } : {}),
      timeoutMs: exactMsOf(config.timeout) ?? 10_000,
    });
    return status < 300 ? { outcome: 'ok' } : { outcome: 'failed', code: `http_${status}` };
  },
});
