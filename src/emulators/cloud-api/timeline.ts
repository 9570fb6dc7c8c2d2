// From a message's fate to the statuses that Meta would report and when. Pure.

import type { Delays, Fate } from './behaviour.ts';

export type MessageStatus = 'sent' | 'delivered' | 'read' | 'failed';

export interface TimelineStep {
  readonly status: MessageStatus;
  /** Milliseconds after acceptance (after the release, for a held message). */
  readonly afterMs: number;
  readonly code?: number;
  readonly details?: string | undefined;
}

const DEFAULT_DELAYS_MS: Readonly<Record<MessageStatus, number>> = {
  sent: 10,
  delivered: 20,
  failed: 30,
  read: 40,
};

/** What follows when a phone comes back for which a message waited. */
export function toReturnTimeline(delaysMs: Delays): readonly TimelineStep[] {
  return steps(['delivered'], delaysMs);
}

/** The statuses to come; empty for a held message (until its release) and for silence. */
export function toTimeline(fate: Fate): readonly TimelineStep[] {
  switch (fate.do) {
    case 'deliver':
      return steps(['sent', 'delivered'], fate.delaysMs);
    case 'read':
      return steps(['sent', 'delivered', 'read'], fate.delaysMs);
    case 'fail': {
      const after = fate.after ?? 'accepted';
      const before: MessageStatus[] = after === 'accepted' ? [] : ['sent'];
      if (after === 'delivered') before.push('delivered');
      const [failed] = steps(['failed'], fate.delaysMs);
      const failure = failed && { ...failed, code: fate.code, details: fate.details };
      return [...steps(before, fate.delaysMs), ...(failure ? [failure] : [])];
    }
    case 'wait':
      return steps(['sent'], fate.delaysMs);
    case 'hold':
    case 'silence':
      return [];
  }
}

function steps(statuses: readonly MessageStatus[], delaysMs: Delays): readonly TimelineStep[] {
  return statuses.map((status) => ({ status, afterMs: delaysMs?.[status] ?? DEFAULT_DELAYS_MS[status] }));
}
