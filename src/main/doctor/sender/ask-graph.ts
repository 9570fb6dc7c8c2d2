// One question to Meta's Graph API about a sender (GET only), and what came of it.

import { request } from 'undici';
import { z } from 'zod';
import type { Check, CheckId } from '../../../cli/doctor/check.ts';
import type { LocalizedText } from '../../../journey/catalogue.ts';

/** A sender at Meta, with what it takes to ask about it. */
export interface GraphAccess {
  readonly baseUrl: string;
  readonly apiVersion: string;
  readonly accessToken: string;
  /** Where that token is kept, in words for whoever has to renew it. */
  readonly tokenPlace: string;
}

export type GraphAnswer<Answer> =
  | { readonly is: 'answer'; readonly answer: Answer; readonly serverDate: string | undefined }
  /** Meta's code, where it gave one. */
  | { readonly is: 'refused'; readonly code: number | undefined }
  | { readonly is: 'unreachable' };

/** What a check found, before it has its name. */
export type Told = Omit<Check, 'id' | 'sender'>;

const graphError = z.object({ error: z.object({ code: z.number() }) });
const patienceMs = 10_000;

export async function askGraph<Answer>(
  { baseUrl, apiVersion, accessToken }: GraphAccess,
  path: string,
  schema: z.ZodType<Answer>,
): Promise<GraphAnswer<Answer>> {
  try {
    const { statusCode, headers, body } = await request(`${baseUrl}/${apiVersion}/${path}`, {
      headers: { authorization: `Bearer ${accessToken}` },
      headersTimeout: patienceMs,
      bodyTimeout: patienceMs,
    });
    const text = await body.text();
    const json: unknown = parse(text);
    const parsed = statusCode === 200 ? schema.safeParse(json) : undefined;
    if (parsed?.success !== true) return { is: 'refused', code: graphError.safeParse(json).data?.error.code };
    return { is: 'answer', answer: parsed.data, serverDate: headers.date?.toString() };
  } catch {
    return { is: 'unreachable' };
  }
}

/** A check by one question, where a refusal is a finding. */
export async function checkByGraph<Answer>(
  access: GraphAccess,
  id: CheckId,
  question: {
    readonly path: string;
    readonly schema: z.ZodType<Answer>;
    readonly tell: (answer: Answer) => Told;
  },
): Promise<Check> {
  const asked = await askGraph(access, question.path, question.schema);
  switch (asked.is) {
    case 'answer':
      return { id, ...question.tell(asked.answer) };
    case 'refused':
      return { id, ...tellRefusal(asked.code, access) };
    case 'unreachable':
      return { id, ...tellUnreachable(access) };
  }
}

/** By Meta's code (F§3.1): 190 and 0 are the token, 10, 100 and 200 to 299 what it may do. */
export function tellRefusal(code: number | undefined, access: Pick<GraphAccess, 'tokenPlace'>): Told {
  const found = { en: `Meta refuses: code ${code ?? '?'}`, ko: `Meta가 거부함: 코드 ${code ?? '?'}` };
  const isToken = code === 190 || code === 0;
  return { status: 'fail', found, todo: isToken ? renewToken(access) : grantPermission };
}

export function tellUnreachable({ baseUrl }: Pick<GraphAccess, 'baseUrl'>): Told {
  return {
    status: 'fail',
    found: { en: `${baseUrl} does not answer`, ko: `${baseUrl}이(가) 응답하지 않음` },
    todo: {
      en: 'Check the network and the base URL (WHATSAPP_BASE_URL, or baseUrl of the senders file).',
      ko: '네트워크와 기본 주소(WHATSAPP_BASE_URL 또는 발신 번호 파일의 baseUrl)를 확인하세요.',
    },
    unreachable: true,
  };
}

export function renewToken({ tokenPlace }: Pick<GraphAccess, 'tokenPlace'>): LocalizedText {
  return {
    en: `The token is not valid: make a new system user token and put it into ${tokenPlace}.`,
    ko: `토큰이 유효하지 않습니다. 시스템 사용자 토큰을 새로 만들어 ${tokenPlace}에 넣으세요.`,
  };
}

const grantPermission: LocalizedText = {
  en: 'Check the id, and give the token whatsapp_business_messaging and whatsapp_business_management for it.',
  ko: 'id를 확인하고 토큰에 whatsapp_business_messaging, whatsapp_business_management 권한을 주세요.',
};

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
