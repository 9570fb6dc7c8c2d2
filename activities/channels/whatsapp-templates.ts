// Lists the templates of a WhatsApp business account, page by page. Never throws: it classifies what Meta says, and how
// much of its quota of management calls is used up (F§1.6).

import { request } from 'undici';
import { z } from 'zod';
import {
  basicTemplateFields,
  type ListedTemplate,
  parseListedTemplate,
  templateFields,
} from '../../src/whatsapp/templates.ts';
import type { WhatsAppSender } from './whatsapp-sender.ts';

export interface TemplatePageAsk {
  readonly access: Pick<WhatsAppSender, 'baseUrl' | 'apiVersion' | 'accessToken'>;
  readonly accountId: string;
  /** The cursor that the page before gave. */
  readonly after?: string | undefined;
  /** Only the fields that all versions of the API know. */
  readonly basic?: boolean;
}

export interface CallUsage {
  /** Of the quota, as Meta reckons; 0 where it does not say. */
  readonly percent: number;
  /** Until calls are taken again; 0 while they are. */
  readonly waitMs: number;
}

export type TemplatePage = CallUsage &
  (
    | {
        readonly ok: true;
        readonly templates: readonly ListedTemplate[];
        readonly after?: string | undefined;
      }
    /** Meta's code, or `unreachable`, or `unreadable`. */
    | { readonly ok: false; readonly code: string }
  );

const perPage = 200;
const timeoutMs = 20_000;

export async function listTemplatePage({
  access,
  accountId,
  after,
  basic,
}: TemplatePageAsk): Promise<TemplatePage> {
  try {
    const answer = await request(`${access.baseUrl}/${access.apiVersion}/${accountId}/message_templates`, {
      query: {
        fields: basic === true ? basicTemplateFields : templateFields,
        limit: perPage,
        ...(after === undefined ? {} : { after }),
      },
      headers: { authorization: `Bearer ${access.accessToken}` },
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      signal: AbortSignal.timeout(2 * timeoutMs),
    });
    const usage = readUsage(answer.headers, accountId);
    const body: unknown = await answer.body.json().catch(() => undefined);
    return { ...usage, ...(answer.statusCode === 200 ? readPage(body) : readError(body)) };
  } catch {
    return { ok: false, code: 'unreachable', percent: 0, waitMs: 0 };
  }
}

const pageShape = z.looseObject({
  data: z.array(z.unknown()),
  paging: z
    .looseObject({
      next: z.string().optional(),
      cursors: z.looseObject({ after: z.string().optional() }).optional(),
    })
    .optional()
    .catch(undefined),
});

function readPage(body: unknown) {
  const { success, data } = pageShape.safeParse(body);
  if (!success) return { ok: false, code: 'unreadable' } as const;
  const { next, cursors } = data.paging ?? {};
  const templates = data.data.flatMap((raw) => parseListedTemplate(raw) ?? []);
  return { ok: true, templates, ...(next === undefined ? {} : { after: cursors?.after }) } as const;
}

const errorShape = z.looseObject({ error: z.looseObject({ code: z.number() }) });

function readError(body: unknown) {
  const code = errorShape.safeParse(body).data?.error.code;
  return { ok: false, code: code === undefined ? 'unreadable' : String(code) } as const;
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
