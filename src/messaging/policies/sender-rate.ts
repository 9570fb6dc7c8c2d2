// The sender's rate has no place soon enough to wait for it on the spot: the message waits for the one it was promised
// (F§1.6, DESIGN 7.1).

import type { Policy } from '../gate-facts.ts';

/** Its name in decisions. */
export const senderRatePolicy = 'sender-rate';

export const senderRate: Policy = ({ now, sender: { placeAt } }) =>
  placeAt === undefined || placeAt <= now
    ? undefined
    : {
        do: 'wait',
        policy: senderRatePolicy,
        until: placeAt,
        outcome: 'limit.sender',
        because: { until: placeAt },
      };
