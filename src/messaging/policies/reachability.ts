// 131026 is a belief with an end: until then the person is not tried on WhatsApp again (F§3.2 row 131026). A code that
// somebody waits for is worth a try as long as there is no more than a suspicion.

import type { Policy } from '../gate-facts.ts';

export const reachability: Policy = ({ channel, category, now, memory }) => {
  if (channel !== 'whatsapp' || memory.unreachable === undefined) return undefined;
  const { belief, since, until, times } = memory.unreachable;
  if (now >= until || (belief === 'suspect' && category === 'authentication')) return undefined;
  return {
    do: 'refuse',
    policy: 'reachability',
    outcome: 'undeliverable',
    code: '131026',
    because: { belief, since, until, times },
  };
};
