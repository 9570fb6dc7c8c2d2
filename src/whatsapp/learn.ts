// What a person's messages and a provider's refusals teach about the person on a channel (DESIGN 7.4). Pure; the store
// applies it to the locked row, the simulator to its own memory. Instants are epoch milliseconds.

import type { ChannelMemory } from '../messaging/gate-facts.ts';
import { cooldownMs, unreachableMs } from './memory-rules.ts';
import { windowEndsAt } from './window.ts';

/** All that is remembered; what the gate sees of it is `ChannelMemory`. */
export interface LearntMemory extends ChannelMemory {
  readonly windowEndsAt?: number;
  readonly cooldownSince?: number;
  /** Cool-downs since the person last wrote. */
  readonly cooldownCount?: number;
}

/**
 * The person wrote: the window opens from the message's own time, and what kept us quiet is lifted. An old message
 * that comes late opens nothing, since its window has ended by itself (F§4.1), and lifts nothing that was said
 * after it.
 */
export function learnFromInbound(memory: LearntMemory, at: number): LearntMemory {
  const learnt: { -readonly [Fact in keyof LearntMemory]: LearntMemory[Fact] } = { ...memory };
  learnt.windowEndsAt = Math.max(memory.windowEndsAt ?? Number.NEGATIVE_INFINITY, windowEndsAt(at));
  if ((memory.cooldownSince ?? at) <= at) {
    delete learnt.cooldownSince;
    delete learnt.cooldownUntil;
    delete learnt.cooldownCount;
  }
  if ((memory.unreachableUntil ?? 0) - unreachableMs <= at) delete learnt.unreachableUntil;
  return learnt;
}

/** A refusal taught us something; `effect` is a word of the error table. An opt-out is a consent, not memory. */
export function learnFromRefusal(memory: LearntMemory, effect: string | undefined, at: number): LearntMemory {
  switch (effect) {
    case 'cooldown': {
      // The person has written since: what this late webhook tells is over.
      if (memory.windowEndsAt !== undefined && memory.windowEndsAt >= windowEndsAt(at)) return memory;
      const { cooldownCount = 0 } = memory;
      return {
        ...memory,
        cooldownSince: at,
        cooldownUntil: at + cooldownMs(cooldownCount),
        cooldownCount: cooldownCount + 1,
      };
    }
    case 'experiment':
      return { experimentSince: at, ...memory };
    case 'unreachable':
      return { ...memory, unreachableUntil: at + unreachableMs };
    case 'window-closed':
      return { ...memory, windowEndsAt: Math.min(memory.windowEndsAt ?? at, at) };
    default:
      return memory;
  }
}
