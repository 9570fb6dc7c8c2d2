// A business event as an inbox item: what the API stores and the dispatcher reads. The person is named by our id,
// so that nothing personal but the event's own data is stored with it.

import { createHash } from 'node:crypto';
import { z } from 'zod';
import { createId } from '../store/ids.ts';
import type { NewInboxItem } from '../store/inbox.ts';
import { shardOf } from './shard-of.ts';

export const eventPayload = z.object({
  id: z.string(),
  person: z.string(),
  name: z.string(),
  /** ISO 8601. */
  at: z.string(),
  data: z.record(z.string(), z.unknown()),
});
export type EventPayload = z.infer<typeof eventPayload>;

export interface NewEvent {
  readonly personId: string;
  readonly name: string;
  /** The caller's own id: the same event sent twice counts once. */
  readonly dedupeId?: string | undefined;
  readonly at: Date;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The item and the event's id. A caller's id counts per person and event name. */
export function toEventItem(event: NewEvent): { readonly id: string; readonly item: NewInboxItem } {
  const id = event.dedupeId === undefined ? createId('evt') : deriveId(event, event.dedupeId);
  const payload: EventPayload = {
    id,
    person: event.personId,
    name: event.name,
    at: event.at.toISOString(),
    data: { ...event.data },
  };
  return { id, item: { key: eventKey(id), kind: 'event', shard: shardOf(event.personId), payload } };
}

/** The inbox key of an event: how a condition finds the event's data by the id that a run was signalled. */
export function eventKey(id: string): string {
  return `event:${id}`;
}

function deriveId(event: NewEvent, dedupeId: string): string {
  const parts = JSON.stringify([event.personId, event.name, dedupeId]);
  return `evt_${createHash('sha256').update(parts).digest('hex').slice(0, 32)}`;
}
