// What comes of asking the gate for one send: it goes out, waits, or is over. The deadline counts here, since a message
// may wait at the gate only as long as it is worth sending. Pure; one law for the engine and the simulator.

import type { Because, GateDecision } from './gate-facts.ts';
import type { MessageOutcome } from './outcomes.ts';

export type SendDecision =
  | { readonly do: 'post' }
  | { readonly do: 'park'; readonly policy: string; readonly until?: number; readonly because?: Because }
  | {
      readonly do: 'settle';
      readonly outcome: MessageOutcome;
      readonly policy: string;
      readonly code?: string;
      readonly because?: Because;
    };

export interface SendDeadline {
  /** The gate's now, epoch milliseconds, as is the deadline. */
  readonly now: number;
  readonly expiresAt: number;
  /** The policy that the send has waited by so far. */
  readonly parkedBy?: string | null;
}

/** A refusal holds whatever the time; whoever is past the deadline is not sent, even where the gate would allow it. */
export function decideSend(decision: GateDecision, { now, expiresAt, parkedBy }: SendDeadline): SendDecision {
  if (decision.do === 'refuse') {
    const { do: _refuse, ...reason } = decision;
    return { do: 'settle', ...reason };
  }
  const isExpired = now >= expiresAt;
  if (decision.do === 'wait') {
    const { do: _wait, outcome, until, ...reason } = decision;
    if (isExpired) return { do: 'settle', outcome, ...reason };
    return { do: 'park', ...reason, ...(until === undefined ? {} : { until }) };
  }
  if (!isExpired) return { do: 'post' };
  // An operator's problem outlived the message: it ends as `account`, else it simply expired.
  const outcome = parkedBy === 'account' ? 'account' : 'expired';
  return { do: 'settle', outcome, policy: parkedBy ?? 'expires' };
}
