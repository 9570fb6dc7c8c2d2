// What a person's messages, a provider's refusals and proofs of delivery teach about the person on a channel (DESIGN 7.4).
// Kept is what happened and when, as few facts as decide; what follows from them is worked out when a message is about
// to go (`gate-memory.ts`). Pure; the store applies it to the locked row, the simulator to its own memory. Instants are
// epoch milliseconds.

import type { MessageCategory } from '../messaging/message.ts';
import { windowEndsAt, windowStartedAt } from './window.ts';

/** All that is remembered. */
export interface LearntMemory {
  readonly windowEndsAt?: number;
  /** 131047 since the person last wrote: how many, and the last of them. */
  readonly windowRefusals?: number;
  readonly windowRefusedAt?: number;
  /** The person came by an ad or a page's button, which makes messages free for a while (F§4.1). */
  readonly adEntryAt?: number;
  /** 131049 since the person last wrote: the last of them, and how many. */
  readonly cooldownSince?: number;
  readonly cooldownCount?: number;
  /** 130472: the first, the last or the probe after it, and the send that probes. */
  readonly experimentSince?: number;
  readonly experimentCheckedAt?: number;
  readonly experimentProbe?: string;
  /** 131026 since the last sign of life: the last of them, and how many. */
  readonly unreachableAt?: number;
  readonly unreachableCount?: number;
}

type Draft = { -readonly [Fact in keyof LearntMemory]: LearntMemory[Fact] };

/**
 * The person wrote or called: the window opens from the message's own time, and what kept us quiet is lifted. An old
 * message that comes late opens nothing, since its window has ended by itself (F§4.1), and lifts nothing that was said
 * after it.
 */
export function learnFromInbound(
  memory: LearntMemory,
  at: number,
  { opensWindow = true, fromAd = false }: { readonly opensWindow?: boolean; readonly fromAd?: boolean } = {},
): LearntMemory {
  const learnt: Draft = { ...memory };
  if (opensWindow) {
    learnt.windowEndsAt = Math.max(memory.windowEndsAt ?? Number.NEGATIVE_INFINITY, windowEndsAt(at));
    if (isUntil(memory.windowRefusedAt, at)) forget(learnt, 'windowRefusals', 'windowRefusedAt');
    if (isUntil(memory.cooldownSince, at)) forget(learnt, 'cooldownSince', 'cooldownCount');
  }
  if (fromAd) learnt.adEntryAt = Math.max(memory.adEntryAt ?? Number.NEGATIVE_INFINITY, at);
  if (isUntil(memory.unreachableAt, at)) forget(learnt, 'unreachableAt', 'unreachableCount');
  return learnt;
}

/**
 * A refusal taught us something; `effect` is a word of the error table. An opt-out is a consent, not memory. What is
 * told late, when the person has written since, is over.
 */
export function learnFromRefusal(memory: LearntMemory, effect: string | undefined, at: number): LearntMemory {
  const { windowEndsAt: ends } = memory;
  const wroteSince = ends !== undefined && windowStartedAt(ends) >= at;
  switch (effect) {
    case 'cooldown':
      if (wroteSince) return memory;
      return {
        ...memory,
        cooldownSince: latest(memory.cooldownSince, at),
        cooldownCount: (memory.cooldownCount ?? 0) + 1,
      };
    case 'experiment':
      return {
        ...memory,
        experimentSince: Math.min(memory.experimentSince ?? at, at),
        experimentCheckedAt: latest(memory.experimentCheckedAt, at),
      };
    case 'unreachable':
      if (wroteSince) return memory;
      return {
        ...memory,
        unreachableAt: latest(memory.unreachableAt, at),
        unreachableCount: (memory.unreachableCount ?? 0) + 1,
      };
    case 'window-closed':
      // The timer stays: Meta refuses now and then although the window is open (F§4.1).
      if (wroteSince) return memory;
      return {
        ...memory,
        windowRefusals: (memory.windowRefusals ?? 0) + 1,
        windowRefusedAt: latest(memory.windowRefusedAt, at),
      };
    default:
      return memory;
  }
}

export interface DeliveredMessage {
  /** The send's id. */
  readonly send: string;
  readonly category: MessageCategory;
  /** When its attempt was made, and when it was delivered or read. */
  readonly sentAt: number;
  readonly at: number;
}

/**
 * A message reached the person's device: they are reachable. Marketing that was sent outside the window after a refusal
 * proves that the limit is over, the probe that the experiment is.
 */
export function learnFromDelivery(
  memory: LearntMemory,
  { send, category, sentAt, at }: DeliveredMessage,
): LearntMemory {
  const learnt: Draft = { ...memory };
  if (isUntil(memory.unreachableAt, at)) forget(learnt, 'unreachableAt', 'unreachableCount');
  const { windowEndsAt: ends, cooldownSince, experimentProbe } = memory;
  const inWindow = ends !== undefined && sentAt >= windowStartedAt(ends) && sentAt < ends;
  if (category === 'marketing' && !inWindow && cooldownSince !== undefined && cooldownSince < sentAt) {
    forget(learnt, 'cooldownSince', 'cooldownCount');
  }
  if (experimentProbe === send) {
    forget(learnt, 'experimentSince', 'experimentCheckedAt', 'experimentProbe');
  }
  return learnt;
}

/** A message goes out to see whether the experiment still holds: all others wait for what becomes of it. */
export function learnFromProbe(memory: LearntMemory, send: string, at: number): LearntMemory {
  return { ...memory, experimentCheckedAt: at, experimentProbe: send };
}

function isUntil(known: number | undefined, at: number): boolean {
  return known !== undefined && known <= at;
}

function latest(known: number | undefined, at: number): number {
  return Math.max(known ?? at, at);
}

function forget(memory: Draft, ...facts: readonly (keyof LearntMemory)[]): void {
  for (const fact of facts) delete memory[fact];
}
