// Chooses the applier by the kind of an item. The composition root says which there are; a kind without one is a
// mistake that shows in the types.

import type { InboxItem, InboxKind } from '../store/inbox.ts';
import type { ApplyItem } from './apply-batch.ts';

/** One applier for each kind that is stored. */
export type Appliers = { readonly [Kind in Exclude<InboxKind, 'ignored'>]: ApplyItem };

export function createApply(appliers: Appliers): ApplyItem {
  return async (trx, item, clock) => {
    const apply = find(appliers, item);
    return apply === undefined ? [] : apply(trx, item, clock);
  };
}

function find(appliers: Appliers, { kind }: InboxItem): ApplyItem | undefined {
  return kind === 'ignored' ? undefined : appliers[kind];
}
