// Does the server answer, do its clock and ours agree, and are its ears open: has a signed webhook of its own come all
// the way to the dispatcher lately?

import { request } from 'undici';
import type { Check } from '../../cli/doctor/check.ts';
import { createClient } from '../../client/client.ts';
import { ProblemError } from '../../client/client-errors.ts';
import { findLastHeard, hearingMs, webhookEar } from '../../store/ears.ts';
import { createStore } from '../../store/store.ts';

/** Signed webhooks, tokens and quiet hours go by the clock: this much is no trouble. */
const skewMs = 2_000;

export async function checkServer({
  url,
  apiKey,
  databaseUrl,
}: {
  readonly url: string | undefined;
  readonly apiKey: string | undefined;
  readonly databaseUrl: string | undefined;
}): Promise<readonly Check[]> {
  if (url === undefined) {
    const found = { en: 'no server is known', ko: '알려진 서버가 없음' };
    const todo = {
      en: 'Start one here with `jornada dev`, or give --url or JORNADA_URL.',
      ko: '여기에서 `jornada dev`로 시작하거나 --url 또는 JORNADA_URL을 지정하세요.',
    };
    return [{ id: 'server', status: 'warn', found, todo }];
  }
  try {
    const { statusCode, headers, body } = await request(`${url.replace(/\/+$/, '')}/ready`, {
      headersTimeout: 5_000,
      bodyTimeout: 5_000,
    });
    await body.dump();
    const ears = databaseUrl === undefined ? [] : await checkEars(databaseUrl);
    return [toReady(url, statusCode), ...(await checkKey(url, apiKey)), ...ears, toClock(headers.date)];
  } catch {
    const found = { en: `${url} does not answer`, ko: `${url}이(가) 응답하지 않음` };
    const todo = {
      en: 'Start the server, or correct --url or JORNADA_URL.',
      ko: '서버를 시작하거나 --url 또는 JORNADA_URL을 고치세요.',
    };
    return [{ id: 'server', status: 'fail', found, todo, unreachable: true }];
  }
}

function toReady(url: string, statusCode: number): Check {
  if (statusCode === 200)
    return { id: 'server', status: 'ok', found: { en: `${url} is ready`, ko: `${url} 준비됨` } };
  const found = { en: `${url} answers ${statusCode}`, ko: `${url}의 응답: ${statusCode}` };
  const todo = {
    en: 'It is up, but can not store: see PostgreSQL.',
    ko: '실행 중이지만 저장할 수 없습니다. PostgreSQL을 확인하세요.',
  };
  return { id: 'server', status: 'fail', found, todo };
}

/** Without one there is nothing to say: the commands that need it do. */
async function checkKey(url: string, apiKey: string | undefined): Promise<readonly Check[]> {
  if (apiKey === undefined) return [];
  try {
    await createClient({ url, apiKey }).runs({ limit: 1 });
    return [{ id: 'api-key', status: 'ok', found: { en: 'the server takes it', ko: '서버에서 유효함' } }];
  } catch (error) {
    // What else is wrong with the server is said there.
    if (!(error instanceof ProblemError) || error.code !== 'AUTH_KEY') return [];
    const found = { en: 'the server does not take it', ko: '서버에서 유효하지 않음' };
    const todo = {
      en: 'Correct --api-key or JORNADA_API_KEY.',
      ko: '--api-key 또는 JORNADA_API_KEY를 고치세요.',
    };
    return [{ id: 'api-key', status: 'fail', found, todo }];
  }
}

/** How far apart two clocks are, by the `date` of an answer, in whole seconds. */
export function toClock(date: string | string[] | undefined): Check {
  const there = Date.parse(String(date));
  const aheadMs = Number.isNaN(there) ? 0 : Math.max(0, Math.abs(Date.now() - there) - 1_000);
  const seconds = Math.round(aheadMs / 1_000);
  const found = { en: `${seconds} s apart from the server's`, ko: `서버와 ${seconds}초 차이` };
  if (aheadMs <= skewMs) return { id: 'clock', status: 'ok', found };
  const todo = { en: 'Set both clocks by NTP.', ko: '두 컴퓨터의 시계를 NTP로 맞추세요.' };
  return { id: 'clock', status: 'warn', found, todo };
}

async function checkEars(databaseUrl: string): Promise<readonly Check[]> {
  const store = createStore({ url: databaseUrl, maxConnections: 1, connectTimeoutMs: 5_000 });
  try {
    const heardAt = await findLastHeard(store, webhookEar);
    const agoMs = heardAt === undefined ? Number.POSITIVE_INFINITY : Date.now() - heardAt.getTime();
    if (agoMs <= hearingMs) {
      const seconds = Math.round(agoMs / 1_000);
      const found = { en: `webhooks come through, ${seconds} s ago`, ko: `웹훅이 들어옴(${seconds}초 전)` };
      return [{ id: 'ears', status: 'ok', found }];
    }
    const found = {
      en: 'no self-test of the webhook came through lately',
      ko: '최근 웹훅 자체 점검이 도착하지 않음',
    };
    const todo = {
      en: 'Is a dispatcher running, the app secret set, and JORNADA_WEBHOOK_SELF_URL reachable from the server?',
      ko: '디스패처가 실행 중인지, 앱 시크릿이 있는지, 서버에서 JORNADA_WEBHOOK_SELF_URL에 닿는지 확인하세요.',
    };
    return [{ id: 'ears', status: 'fail', found, todo }];
  } catch {
    // What is wrong with the database is said there.
    return [];
  } finally {
    await store.destroy();
  }
}
