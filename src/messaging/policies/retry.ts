// The provider has refused the message for now and is to be left alone for a while. Whoever is woken sooner, by a message of
// the person's for example, goes on waiting; what would refuse it altogether does so at once.

import type { GateFacts, Policy } from '../gate-facts.ts';

/** Its name in decisions. */
export const retryPolicy = 'retry';

export const retry: Policy = ({ now, retry: due }) =>
  due === undefined || due.at <= now
    ? undefined
    : {
        do: 'wait',
        policy: retryPolicy,
        until: due.at,
        outcome: due.outcome,
        because: toRetryBecause(due),
      };

/** What the send's row keeps of it. */
export function toRetryBecause({ code, at, outcome }: NonNullable<GateFacts['retry']>) {
  return { code, outcome, until: at };
}
