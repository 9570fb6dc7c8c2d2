// After 131049 a person gets no marketing on WhatsApp for a while, from any journey: trying again makes it worse.
// Marketing inside an open window is exempt (F§0 row 5, F§4.2).

import type { Policy } from '../gate-facts.ts';

export const cooldown: Policy = ({ channel, category, now, memory, windowOpen }) => {
  if (channel !== 'whatsapp' || category !== 'marketing' || memory.cooldown === undefined) return undefined;
  const { since, until, times } = memory.cooldown;
  if (now >= until || windowOpen) return undefined;
  return {
    do: 'refuse',
    policy: 'cooldown',
    outcome: 'limit.user',
    code: '131049',
    because: { since, until, times },
  };
};
