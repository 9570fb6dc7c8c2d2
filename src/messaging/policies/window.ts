// Free-form text goes out only within 24 hours of the person's last message (F§4.1).

import type { Policy } from '../gate-facts.ts';

export const window: Policy = (facts) => {
  if (!facts.freeForm || facts.windowOpen) return undefined;
  return facts.waitForWindow
    ? { do: 'wait', policy: 'window', outcome: 'expired' }
    : { do: 'refuse', policy: 'window', outcome: 'window' };
};
