// One message each 6 seconds to the same person from one sender, with a burst on credit (F§1.6): what is over it waits
// for its slot instead of running into 131056.

import type { Policy } from '../gate-facts.ts';
import { pairFreeAt } from '../pair-limit.ts';

export const pairLimit: Policy = ({ now, sender: { pair } }) => {
  if (pair === undefined) return undefined;
  const until = pairFreeAt(pair);
  if (until <= now) return undefined;
  const because = { until, ...(pair.refusals === 0 ? {} : { refusals: pair.refusals }) };
  return { do: 'wait', policy: 'pair-limit', until, outcome: 'limit.sender', because };
};
