// May the configured token use the WhatsApp number and its account, are webhooks subscribed, and are the templates
// usable? Asks Meta's Graph API what it shows of them (GET only); a permission that is missing shows as a refusal.

import { request } from 'undici';
import { z } from 'zod';
import type { Check, CheckId } from '../../cli/doctor/check.ts';
import type { LocalizedText } from '../../journey/catalogue.ts';

export interface SenderAccess {
  readonly baseUrl: string;
  readonly apiVersion: string;
  readonly accessToken: string;
  readonly phoneNumberId: string;
  readonly accountId: string;
}

const phoneNumber = z.object({ verified_name: z.string().optional(), quality_rating: z.string().optional() });
const account = z.object({ id: z.string() });
const apps = z.object({ data: z.array(z.unknown()) });
const templates = z.object({
  data: z.array(z.object({ name: z.string(), language: z.string(), status: z.string() })),
});

export async function checkSender(access: SenderAccess | undefined): Promise<readonly Check[]> {
  if (access === undefined) {
    const found = { en: 'no WhatsApp sender is configured', ko: 'WhatsApp 발신 번호가 설정되지 않음' };
    const todo = {
      en: 'Set WHATSAPP_ACCESS_TOKEN, WHATSAPP_PHONE_NUMBER_ID and WHATSAPP_ACCOUNT_ID to send for real.',
      ko: '실제로 보내려면 WHATSAPP_ACCESS_TOKEN, WHATSAPP_PHONE_NUMBER_ID, WHATSAPP_ACCOUNT_ID를 지정하세요.',
    };
    return [{ id: 'sender', status: 'warn', found, todo }];
  }
  const { phoneNumberId, accountId } = access;
  const sender = await ask(access, 'sender', { path: phoneNumberId, schema: phoneNumber, tell: tellSender });
  // Nothing more is learnt from an address that does not answer, or a token that is not valid.
  if (sender.status === 'fail') return [sender];
  return Promise.all([
    sender,
    ask(access, 'account', { path: accountId, schema: account, tell: tellAccount }),
    ask(access, 'webhook-subscription', {
      path: `${accountId}/subscribed_apps`,
      schema: apps,
      tell: ({ data }) => tellSubscription(data.length),
    }),
    ask(access, 'templates', {
      path: `${accountId}/message_templates`,
      schema: templates,
      tell: ({ data }) => tellTemplates(data),
    }),
  ]);
}

type Told = Omit<Check, 'id'>;

interface Question<Answer> {
  readonly path: string;
  readonly schema: z.ZodType<Answer>;
  readonly tell: (answer: Answer) => Told;
}

async function ask<Answer>(
  { baseUrl, apiVersion, accessToken }: SenderAccess,
  id: CheckId,
  { path, schema, tell }: Question<Answer>,
): Promise<Check> {
  try {
    const answer = await request(`${baseUrl}/${apiVersion}/${path}`, {
      headers: { authorization: `Bearer ${accessToken}` },
      headersTimeout: 10_000,
      bodyTimeout: 10_000,
    });
    const body: unknown = await answer.body.json();
    if (answer.statusCode !== 200) return { id, ...tellRefusal(body) };
    const parsed = schema.safeParse(body);
    return { id, ...(parsed.success ? tell(parsed.data) : tellRefusal(undefined)) };
  } catch {
    const found = { en: `${baseUrl} does not answer`, ko: `${baseUrl}이(가) 응답하지 않음` };
    const todo = {
      en: 'Check the network and WHATSAPP_BASE_URL.',
      ko: '네트워크와 WHATSAPP_BASE_URL을 확인하세요.',
    };
    return { id, status: 'fail', found, todo, unreachable: true };
  }
}

const graphError = z.object({ error: z.object({ code: z.number() }) });

/** By Meta's code (F§3.1): 190 and 0 are the token, 10, 100 and 200 to 299 what it may do. */
function tellRefusal(body: unknown): Told {
  const code = graphError.safeParse(body).data?.error.code;
  const found = { en: `Meta refuses: code ${code ?? '?'}`, ko: `Meta가 거부함: 코드 ${code ?? '?'}` };
  const isToken = code === 190 || code === 0;
  return { status: 'fail', found, todo: isToken ? renewToken : grantPermission };
}

const renewToken: LocalizedText = {
  en: 'The token is not valid: make a new system user token and set WHATSAPP_ACCESS_TOKEN.',
  ko: '토큰이 유효하지 않습니다. 시스템 사용자 토큰을 새로 만들어 WHATSAPP_ACCESS_TOKEN에 지정하세요.',
};

const grantPermission: LocalizedText = {
  en: 'Check the id, and give the token whatsapp_business_messaging and whatsapp_business_management for it.',
  ko: 'id를 확인하고 토큰에 whatsapp_business_messaging, whatsapp_business_management 권한을 주세요.',
};

function tellSender({
  verified_name: name = '?',
  quality_rating: quality = 'NA',
}: z.infer<typeof phoneNumber>): Told {
  const found = { en: `${name}, quality ${quality}`, ko: `${name}, 품질 ${quality}` };
  if (quality !== 'RED') return { status: 'ok', found };
  const todo = {
    en: 'The quality rating is low: people block or report these messages. Send less, to whom agreed.',
    ko: '품질 등급이 낮습니다. 차단이나 신고가 많으니 동의한 사람에게만 줄여서 보내세요.',
  };
  return { status: 'warn', found, todo };
}

function tellAccount(): Told {
  return {
    status: 'ok',
    found: { en: 'the token may manage the account', ko: '토큰으로 계정을 관리할 수 있음' },
  };
}

function tellSubscription(count: number): Told {
  if (count > 0)
    return { status: 'ok', found: { en: `${count} app(s) get webhooks`, ko: `웹훅을 받는 앱 ${count}개` } };
  const todo = {
    en: 'Subscribe your app to the account (POST /{account}/subscribed_apps): without it no evidence comes.',
    ko: '앱을 계정에 구독시키세요(POST /{계정}/subscribed_apps). 그러지 않으면 증거가 오지 않습니다.',
  };
  return { status: 'fail', found: { en: 'no app gets webhooks', ko: '웹훅을 받는 앱이 없음' }, todo };
}

function tellTemplates(list: z.infer<typeof templates>['data']): Told {
  const bad = list.filter(({ status }) => status !== 'APPROVED');
  const found = {
    en: `${list.length - bad.length} of ${list.length} templates are approved`,
    ko: `템플릿 ${list.length}개 중 ${list.length - bad.length}개 승인됨`,
  };
  if (bad.length === 0) return { status: 'ok', found };
  const names = bad.map(({ name, language, status }) => `${name} (${language}): ${status}`).join(', ');
  const todo = {
    en: `Messages of these are not sent: ${names}`,
    ko: `다음 템플릿의 메시지는 보내지 않습니다: ${names}`,
  };
  return { status: 'warn', found, todo };
}
