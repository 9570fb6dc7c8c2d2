// Cursor paging as the Graph API does it: `limit`, `after`, `before`, and links to the neighbouring pages. A cursor names
// an item, so pages stay right while items come and go. Pure.

import { GraphError } from '../graph-error.ts';

/** A request for a page; the server's own has all of it. */
export interface PageRequest {
  readonly protocol: string;
  readonly host: string;
  readonly url: string;
  readonly query: Readonly<Record<string, string | undefined>>;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Absent when the page is empty, as at Meta. */
  readonly paging?: Record<string, unknown>;
}

const DEFAULT_LIMIT = 25;
const MOST = 1_000;

/** @throws GraphError 100 for a limit that is no number or a cursor that names nothing */
export function toPage<Item extends { readonly id: string }>(
  all: readonly Item[],
  request: PageRequest,
): Page<Item> {
  const { after, before } = request.query;
  const limit = toLimit(request.query['limit']);
  const end = before === undefined ? all.length : findPosition(all, before);
  const start =
    after === undefined ? Math.max(0, before === undefined ? 0 : end - limit) : findPosition(all, after) + 1;
  const items = all.slice(start, before === undefined ? start + limit : end);
  const [first, last] = [items[0], items.at(-1)];
  if (first === undefined || last === undefined) return { items };
  const link = (cursor: Record<string, string>) => toLink(request, { limit: String(limit), ...cursor });
  return {
    items,
    paging: {
      cursors: { before: toCursor(first.id), after: toCursor(last.id) },
      ...(start + items.length < all.length && { next: link({ after: toCursor(last.id) }) }),
      ...(start > 0 && { previous: link({ before: toCursor(first.id) }) }),
    },
  };
}

function toLimit(written: string | undefined): number {
  if (written === undefined) return DEFAULT_LIMIT;
  const limit = Number(written);
  if (!Number.isInteger(limit) || limit < 1) {
    throw new GraphError({ code: 100, plain: true, title: '(#100) Param limit must be a positive integer' });
  }
  return Math.min(limit, MOST);
}

function findPosition(all: readonly { readonly id: string }[], cursor: string): number {
  const id = Buffer.from(cursor, 'base64url').toString('utf8');
  const position = all.findIndex((item) => item.id === id);
  if (position >= 0) return position;
  throw new GraphError({ code: 100, plain: true, title: '(#100) Invalid cursors values' });
}

function toCursor(id: string): string {
  return Buffer.from(id, 'utf8').toString('base64url');
}

function toLink({ protocol, host, url }: PageRequest, changed: Record<string, string>): string {
  const link = new URL(url, `${protocol}://${host}`);
  for (const name of ['after', 'before', 'limit']) link.searchParams.delete(name);
  for (const [name, value] of Object.entries(changed)) link.searchParams.set(name, value);
  return link.href;
}
