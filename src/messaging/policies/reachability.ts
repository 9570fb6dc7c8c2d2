// 131026 is a belief with an end: until then the person is not tried on WhatsApp again (F§3.2 row 131026).

import type { Policy } from '../gate-facts.ts';

export const reachability: Policy = ({ channel, now, memory }) =>
  channel === 'whatsapp' && memory.unreachableUntil !== undefined && now < memory.unreachableUntil
    ? { do: 'refuse', policy: 'reachability', outcome: 'undeliverable', code: '131026' }
    : undefined;
