// What the token is good for, and for how long: what Meta's own debugger says of it.

import { z } from 'zod';
import type { Check } from '../../../cli/doctor/check.ts';
import { askGraph, type GraphAccess, renewToken, type Told } from './ask-graph.ts';

const debugged = z.object({
  data: z.object({
    is_valid: z.boolean(),
    /** Unix seconds; 0: never. */
    expires_at: z.number().optional(),
    scopes: z.array(z.string()).default([]),
  }),
});

type Debugged = z.output<typeof debugged>['data'];

const dayMs = 24 * 3_600_000;
const soonMs = 14 * dayMs;
const needed = ['whatsapp_business_messaging', 'whatsapp_business_management'] as const;

/** Nothing where Meta does not tell: other checks find out then. */
export async function checkToken(access: GraphAccess, nowMs: number): Promise<readonly Check[]> {
  const path = `debug_token?input_token=${encodeURIComponent(access.accessToken)}`;
  const asked = await askGraph(access, path, debugged);
  return asked.is === 'answer' ? [{ id: 'token', ...tellToken(asked.answer.data, access, nowMs) }] : [];
}

function tellToken(token: Debugged, access: GraphAccess, nowMs: number): Told {
  if (!token.is_valid) {
    return { status: 'fail', found: { en: 'not valid', ko: '유효하지 않음' }, todo: renewToken(access) };
  }
  const missing = needed.filter((permission) => !token.scopes.includes(permission));
  if (missing.length > 0) return tellMissing(missing);
  const leftMs = token.expires_at ? token.expires_at * 1_000 - nowMs : Number.POSITIVE_INFINITY;
  if (leftMs <= soonMs) return tellExpiry(Math.max(0, Math.floor(leftMs / dayMs)), access);
  const found = Number.isFinite(leftMs)
    ? { en: `valid for ${Math.floor(leftMs / dayMs)} days`, ko: `${Math.floor(leftMs / dayMs)}일 동안 유효` }
    : { en: 'valid, does not expire', ko: '유효하며 만료되지 않음' };
  return { status: 'ok', found };
}

function tellMissing(missing: readonly string[]): Told {
  const list = missing.join(', ');
  return {
    status: 'fail',
    found: { en: `without ${list}`, ko: `${list} 권한 없음` },
    todo: {
      en: `Give the system user ${list} and make a new token: without it Meta refuses messages or says nothing of the account.`,
      ko: `시스템 사용자에게 ${list} 권한을 주고 토큰을 새로 만드세요. 없으면 Meta가 발송을 거부하거나 계정 정보를 주지 않습니다.`,
    },
  };
}

function tellExpiry(days: number, { tokenPlace }: GraphAccess): Told {
  return {
    status: 'warn',
    found: { en: `expires in ${days} days`, ko: `${days}일 뒤 만료` },
    todo: {
      en: `Make one that does not expire (system user) and put it into ${tokenPlace}; workers take it without a restart where it is a file.`,
      ko: `만료되지 않는 시스템 사용자 토큰을 만들어 ${tokenPlace}에 넣으세요. 파일이면 워커를 다시 시작하지 않아도 적용됩니다.`,
    },
  };
}
