// One question to Meta's Graph API about an account and what belongs to it, counted by Meta against a quota of management
// calls (F§1.6). Never throws: it tells Meta's code, and how much of the quota is used up.

import { request } from 'undici';
import { z } from 'zod';
import type { WhatsAppSender } from './whatsapp-sender.ts';

export type GraphAccess = Pick<WhatsAppSender, 'baseUrl' | 'apiVersion' | 'accessToken'>;

export interface CallUsage {
  /** Of the quota, as Meta reckons; 0 where it does not say. */
  readonly percent: number;
  /** Until calls are taken again; 0 while they are. */
  readonly waitMs: number;
}

/** Meta's code, or `unreachable`, or `unreadable`. */
export interface GraphRefusal {
  readonly ok: false;
  readonly code: string;
}

export type GraphRead = CallUsage & ({ readonly ok: true; readonly body: unknown } | GraphRefusal);

export interface GraphQuestion {
  readonly path: string;
  readonly query: { readonly [name: string]: string | number };
  /** Whose quota it counts against. */
  readonly accountId: string;
}

/** Meta's word for a field that this version of the API doesn't have, among others. */
export const badRequest = '100';

const timeoutMs = 20_000;

export async function readGraph(
  { baseUrl, apiVersion, accessToken }: GraphAccess,
  { path, query, accountId }: GraphQuestion,
): Promise<GraphRead> {
  try {
    const answer = await request(`${baseUrl}/${apiVersion}/${path}`, {
      query,
      headers: { authorization: `Bearer ${accessToken}` },
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      signal: AbortSignal.timeout(2 * timeoutMs),
    });
    const usage = readUsage(answer.headers, accountId);
    const body: unknown = await answer.body.json().catch(() => undefined);
    return { ...usage, ...(answer.statusCode === 200 ? { ok: true, body } : readError(body)) };
  } catch {
    return { ok: false, code: 'unreachable', percent: 0, waitMs: 0 };
  }
}

const errorShape = z.looseObject({ error: z.looseObject({ code: z.number() }) });

function readError(body: unknown): GraphRefusal {
  const code = errorShape.safeParse(body).data?.error.code;
  return { ok: false, code: code === undefined ? 'unreadable' : String(code) };
}

const usageShape = z.looseObject({
  call_count: z.number().catch(0),
  total_cputime: z.number().catch(0),
  total_time: z.number().catch(0),
  /** Minutes. */
  estimated_time_to_regain_access: z.number().catch(0),
});

const usagesShape = z.record(z.string(), z.array(usageShape)).catch({});

/** `x-business-use-case-usage` by account, and `x-app-usage` of the app. */
function readUsage(
  headers: Readonly<Record<string, string | string[] | undefined>>,
  accountId: string,
): CallUsage {
  const ofAccount = usagesShape.parse(parseHeader(headers['x-business-use-case-usage']))[accountId] ?? [];
  const ofApp = usageShape.safeParse(parseHeader(headers['x-app-usage'])).data;
  const all = ofApp === undefined ? ofAccount : [...ofAccount, ofApp];
  const percent = all.flatMap(({ call_count, total_cputime, total_time }) => [
    call_count,
    total_cputime,
    total_time,
  ]);
  const minutes = all.map((usage) => usage.estimated_time_to_regain_access);
  return { percent: Math.max(0, ...percent), waitMs: Math.max(0, ...minutes) * 60_000 };
}

function parseHeader(value: string | string[] | undefined): unknown {
  try {
    return JSON.parse(String(value ?? '{}'));
  } catch {
    return {};
  }
}
