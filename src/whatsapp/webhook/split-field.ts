// One field of a webhook's changes: how its value becomes items. Pure.

import type { WebhookItem } from './items.ts';

/** Around the value: the account it is about, and the time that stands in where the value has none (epoch ms). */
export interface FieldContext {
  readonly accountId: string | undefined;
  readonly atMs: number | undefined;
}

/** Never throws: what it can't read becomes `ignored`. */
export type SplitField = (value: unknown, context: FieldContext) => readonly WebhookItem[];
