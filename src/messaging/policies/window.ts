// Free-form text goes out only within 24 hours of the person's last message (F§4.1), or as Direct Send (F§5.4).

import type { Policy } from '../gate-facts.ts';

export const window: Policy = ({
  freeForm,
  windowOpen,
  waitForWindow,
  windowEndsAt,
  windowRefusals,
  sender,
}) => {
  if (!freeForm || windowOpen || sender.directSend === true) return undefined;
  const because = {
    ...(windowEndsAt === undefined ? {} : { endsAt: windowEndsAt }),
    ...(windowRefusals === undefined ? {} : { refusals: windowRefusals }),
  };
  return waitForWindow
    ? { do: 'wait', policy: 'window', outcome: 'expired', because }
    : { do: 'refuse', policy: 'window', outcome: 'window', because };
};
