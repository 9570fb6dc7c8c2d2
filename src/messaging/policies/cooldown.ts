// After 131049 a person gets no marketing on WhatsApp for a while, from any journey: trying again makes it worse.
// Marketing inside an open window is exempt (F§0 row 5, F§4.2).

import type { Policy } from '../gate-facts.ts';

export const cooldown: Policy = (facts) => {
  const { channel, category, now, memory } = facts;
  if (channel !== 'whatsapp' || category !== 'marketing') return undefined;
  if (memory.cooldownUntil === undefined || now >= memory.cooldownUntil || facts.windowOpen) return undefined;
  return { do: 'refuse', policy: 'cooldown', outcome: 'limit.user', code: '131049' };
};
