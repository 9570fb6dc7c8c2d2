// What an outcome says about the person: did a message come, did they write, how much time has passed. Pure.

import type { AnyNodeType, MessageUse } from '../catalogue.ts';
import { exhaustedOutcome } from '../outcome-match.ts';

export interface OutcomeMeaning {
  /** `exhausted`: the node was entered once too often and did nothing. */
  readonly kind: 'hoped' | 'failed' | 'exhausted';
  /** So many messages may have come to the person. */
  readonly copies: number;
  /** The least time since the node was entered; for a message since it was sent. */
  readonly shortestMs: number;
  /** The person has written to us on WhatsApp. */
  readonly isInbound: boolean;
  /** At most so long ago, where it doesn't hang on the way; else 0. */
  readonly inboundAgoMs: number;
  /** The same channel does no better soon: with any message, or with marketing. */
  readonly inVain: 'any' | 'marketing' | undefined;
}

const whatsapp = 'whatsapp';
const replied = 'replied';
const exhausted: OutcomeMeaning = {
  kind: 'exhausted',
  copies: 0,
  shortestMs: 0,
  isInbound: false,
  inboundAgoMs: 0,
  inVain: undefined,
};

export function meaningOf(
  outcome: string,
  {
    type,
    config,
    expires,
    message,
    successes,
  }: {
    readonly type: AnyNodeType;
    readonly config: never;
    readonly expires: string;
    readonly message: MessageUse | undefined;
    readonly successes: readonly string[];
  },
): OutcomeMeaning {
  if (outcome === exhaustedOutcome) return exhausted;
  const shortestMs = type.shortestMs?.(config, outcome, { expires }) ?? 0;
  const kind = successes.includes(outcome) ? 'hoped' : 'failed';
  if (message === undefined) {
    const isInbound = type.inboundOutcomes?.(config).includes(outcome) ?? false;
    const inboundAgoMs = isInbound ? (type.inboundAgoMs?.(config) ?? 0) : 0;
    return { kind, copies: 0, shortestMs, isInbound, inboundAgoMs, inVain: undefined };
  }
  return {
    kind,
    copies: message.unreceived.includes(outcome) ? 0 : message.copies,
    shortestMs,
    isInbound: outcome === replied && message.channel === whatsapp,
    inboundAgoMs: 0,
    inVain: inVainOf(outcome, message),
  };
}

function inVainOf(outcome: string, { inVain }: MessageUse): OutcomeMeaning['inVain'] {
  if (inVain.any.includes(outcome)) return 'any';
  return inVain.marketing.includes(outcome) ? 'marketing' : undefined;
}

export function isSameMeaning(left: OutcomeMeaning, right: OutcomeMeaning): boolean {
  return (
    left.kind === right.kind &&
    left.copies === right.copies &&
    left.shortestMs === right.shortestMs &&
    left.isInbound === right.isInbound &&
    left.inboundAgoMs === right.inboundAgoMs &&
    left.inVain === right.inVain
  );
}
