// Would Meta's handshake with our webhook succeed, as far as can be told from here (F§2.1)?

import { request } from 'undici';
import type { Check } from '../../cli/doctor/check.ts';
import type { Config } from '../../config.ts';
import { whatsappWebhookPath } from '../../http/routes/webhooks-whatsapp.ts';

/** Asked where a server and the verify token are known. */
export async function checkWebhook(
  { whatsapp: { verifyToken, appSecret } }: Pick<Config, 'whatsapp'>,
  serverUrl: string | undefined,
): Promise<readonly Check[]> {
  if (serverUrl === undefined || verifyToken === undefined) return [];
  const url = `${serverUrl.replace(/\/+$/, '')}${whatsappWebhookPath}`;
  const challenge = String(Date.now());
  try {
    const { statusCode, body } = await request(url, {
      query: { 'hub.mode': 'subscribe', 'hub.challenge': challenge, 'hub.verify_token': verifyToken },
      headersTimeout: 5_000,
      bodyTimeout: 5_000,
    });
    const isAnswered = statusCode === 200 && (await body.text()) === challenge;
    if (!isAnswered) return [toRefused(url, statusCode)];
    return [appSecret === undefined ? toUnsigned(url) : toWell(url)];
  } catch {
    // That the server does not answer is said there.
    return [];
  }
}

function toWell(url: string): Check {
  const found = { en: `${url} answers Meta's handshake`, ko: `${url}이(가) Meta의 확인 요청에 응답함` };
  return { id: 'webhook', status: 'ok', found };
}

function toRefused(url: string, statusCode: number): Check {
  return {
    id: 'webhook',
    status: 'fail',
    found: { en: `${url} answers ${statusCode} to the handshake`, ko: `${url}의 확인 응답: ${statusCode}` },
    todo: {
      en: 'Give the server the same WHATSAPP_VERIFY_TOKEN, and let its address reach it.',
      ko: '서버에 같은 WHATSAPP_VERIFY_TOKEN을 지정하고 주소가 서버에 닿는지 확인하세요.',
    },
  };
}

function toUnsigned(url: string): Check {
  return {
    id: 'webhook',
    status: 'fail',
    found: { en: `${url} has no app secret`, ko: `${url}에 앱 시크릿이 없음` },
    todo: {
      en: 'Set WHATSAPP_APP_SECRET: webhooks that can not be verified are refused.',
      ko: 'WHATSAPP_APP_SECRET을 지정하세요. 확인할 수 없는 웹훅은 거부됩니다.',
    },
  };
}
