// Free-form text goes out only within 24 hours of the person's last message (F§4.1).

import type { Policy } from '../gate-facts.ts';

export const window: Policy = ({ freeForm, windowOpen, waitForWindow, windowEndsAt, windowRefusals }) => {
  if (!freeForm || windowOpen) return undefined;
  const because = {
    ...(windowEndsAt === undefined ? {} : { endsAt: windowEndsAt }),
    ...(windowRefusals === undefined ? {} : { refusals: windowRefusals }),
  };
  return waitForWindow
    ? { do: 'wait', policy: 'window', outcome: 'expired', because }
    : { do: 'refuse', policy: 'window', outcome: 'window', because };
};
