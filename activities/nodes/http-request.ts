// `http.request`: calls another system. 2xx is `ok`, every other answer `failed`; no answer is tried again. Its texts go
// to that system only, so they may read secrets.

import {
  defineNode,
  durationField,
  exactMsOf,
  labelled,
  textField,
  webAddressField,
  z,
} from '../../src/node-kit/index.ts';

const shown = {
  title: { en: 'HTTP request', ko: 'HTTP 요청' },
  icon: 'webhook',
  help: {
    en: 'Calls another system. Any answer but 2xx is `failed`; no answer is tried again.',
    ko: '다른 시스템을 호출합니다. 2xx가 아닌 응답은 `failed`이고, 응답이 없으면 다시 시도합니다.',
  },
};
const labels = {
  url: {
    ...labelled(
      { en: 'Address', ko: '주소' },
      {
        en: 'The host is written out; what follows may have variables.',
        ko: '호스트는 그대로 쓰고, 그 뒤에는 변수를 쓸 수 있습니다.',
      },
    ),
    examples: ['https://example.org/hook'],
  },
  method: labelled({ en: 'Method', ko: '메서드' }),
  headers: labelled({ en: 'Headers', ko: '헤더' }),
  body: labelled({ en: 'Body', ko: '본문' }),
  timeout: labelled({ en: 'Time-out', ko: '제한 시간' }),
};
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

export const httpRequest = defineNode({
  type: 'http.request',
  version: 1,
  ...shown,
  idempotent: true,
  config: z.strictObject({
    url: webAddressField.meta(labels.url),
    method: z.enum(methods).default('POST').meta(labels.method),
    headers: z.record(z.string(), textField(4_000)).default({}).meta(labels.headers),
    body: textField(20_000).optional().meta(labels.body),
    timeout: durationField.default('10s').meta(labels.timeout),
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
