// What follows, now, from what is remembered of a person with a sender: the facts by which the gate decides about a
// WhatsApp message. Pure; one law for the engine and the simulator. Instants are epoch milliseconds.

import type { ChannelMemory, GateFacts, UnreachableFact } from '../messaging/gate-facts.ts';
import type { LearntMemory } from './learn.ts';
import type { PolicySettings } from './policy-settings.ts';
import { isInRegions, type RegionalAddress } from './regions.ts';
import { freeEntryEndsAt, isWindowOpen } from './window.ts';

const hourMs = 60 * 60 * 1_000;

export interface MemoryQuestion {
  readonly now: number;
  /** The send's id: what was let through as a probe stays let through. */
  readonly send: string;
  readonly recipient: RegionalAddress;
  readonly sender: RegionalAddress;
  /** Our first message after the person came by an ad. */
  readonly answeredAdAt?: number | undefined;
  readonly settings: PolicySettings;
}

export type MemoryFacts = Pick<GateFacts, 'memory' | 'windowOpen' | 'windowEndsAt' | 'windowRefusals'> &
  Pick<GateFacts, 'freeEntryEndsAt'>;

export function toMemoryFacts(memory: LearntMemory, question: MemoryQuestion): MemoryFacts {
  const { now, answeredAdAt, settings } = question;
  const { windowEndsAt: endsAtMs, windowRefusals = 0, adEntryAt } = memory;
  const marginMs = settings.window.marginSeconds * 1_000;
  const isOpen = isWindowOpen({ endsAtMs, nowMs: now, marginMs });
  const freeUntil = freeEntryEndsAt(adEntryAt, answeredAdAt);
  return {
    windowOpen: isOpen && windowRefusals <= settings.window.toleratedRefusals,
    ...(endsAtMs === undefined ? {} : { windowEndsAt: endsAtMs }),
    ...(windowRefusals === 0 ? {} : { windowRefusals }),
    ...(freeUntil === undefined || now >= freeUntil ? {} : { freeEntryEndsAt: freeUntil }),
    memory: {
      ...toCooldown(memory, question),
      ...toExperiment(memory, question),
      ...toUnreachable(memory, settings.reachability),
    },
  };
}

/**
 * Length of the marketing cool-down after so many 131049 without an inbound in between (F§0 row 5: tries inside it extend
 * the block). Milliseconds.
 */
export function cooldownMs(times: number, rule: PolicySettings['cooldown']): number {
  return growingMs(times, { ...rule, longestHours: Math.max(rule.longestHours, rule.firstHours) });
}

/** Absent where Meta has no such limit (F§4.2). */
function toCooldown(
  { cooldownSince: since, cooldownCount: times = 1 }: LearntMemory,
  { recipient, sender, settings }: MemoryQuestion,
): Pick<ChannelMemory, 'cooldown'> {
  if (since === undefined) return {};
  const { exemptRegions } = settings.cooldown;
  if (isInRegions(recipient, exemptRegions) || isInRegions(sender, exemptRegions)) return {};
  return { cooldown: { since, until: since + cooldownMs(times, settings.cooldown), times } };
}

/** Absent for the send that probes. */
function toExperiment(
  { experimentSince: since, experimentCheckedAt, experimentProbe }: LearntMemory,
  { send, settings }: MemoryQuestion,
): Pick<ChannelMemory, 'experiment'> {
  if (since === undefined || experimentProbe === send) return {};
  const checkedAt = experimentCheckedAt ?? since;
  return { experiment: { since, until: checkedAt + settings.experiment.probeAfterHours * hourMs } };
}

/** One 131026 makes suspect, more without a sign of life in between make unreachable, for longer each time. */
function toUnreachable(
  { unreachableAt: since, unreachableCount: times = 1 }: LearntMemory,
  rule: PolicySettings['reachability'],
): { readonly unreachable?: UnreachableFact } {
  if (since === undefined) return {};
  const isSuspect = times <= 1;
  const lengthMs = isSuspect
    ? rule.suspectHours * hourMs
    : growingMs(times - 1, { ...rule, firstHours: rule.unreachableHours });
  const belief = isSuspect ? 'suspect' : 'unreachable';
  return { unreachable: { belief, since, until: since + lengthMs, times } };
}

function growingMs(
  times: number,
  { firstHours, growth, longestHours }: Record<'firstHours' | 'growth' | 'longestHours', number>,
): number {
  return Math.min(firstHours * growth ** (times - 1), longestHours) * hourMs;
}
