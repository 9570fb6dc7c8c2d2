// Lists the templates of a WhatsApp business account, page by page. Never throws: it classifies what Meta says, and how
// much of its quota of management calls is used up (F§1.6).

import { z } from 'zod';
import {
  basicTemplateFields,
  type ListedTemplate,
  parseListedTemplate,
  templateFields,
} from '../../src/whatsapp/templates.ts';
import { type CallUsage, type GraphAccess, type GraphRefusal, readGraph } from './graph-read.ts';

export interface TemplatePageAsk {
  readonly access: GraphAccess;
  readonly accountId: string;
  /** The cursor that the page before gave. */
  readonly after?: string | undefined;
  /** Only the fields that all versions of the API know. */
  readonly basic?: boolean;
}

export type TemplatePage = CallUsage &
  (
    | {
        readonly ok: true;
        readonly templates: readonly ListedTemplate[];
        readonly after?: string | undefined;
      }
    | GraphRefusal
  );

const perPage = 200;

export async function listTemplatePage({
  access,
  accountId,
  after,
  basic,
}: TemplatePageAsk): Promise<TemplatePage> {
  const fields = basic === true ? basicTemplateFields : templateFields;
  const query = { fields, limit: perPage, ...(after === undefined ? {} : { after }) };
  const question = { path: `${accountId}/message_templates`, query, accountId };
  const { percent, waitMs, ...read } = await readGraph(access, question);
  return { percent, waitMs, ...(read.ok ? readPage(read.body) : read) };
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
