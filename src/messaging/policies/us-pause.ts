// US numbers get no marketing templates on WhatsApp, and never will by trying again (F§0 row 6, F§4.4).

import type { Policy } from '../gate-facts.ts';

export const usPause: Policy = ({ channel, category, toUs }) =>
  channel === 'whatsapp' && category === 'marketing' && toUs
    ? { do: 'refuse', policy: 'us-pause', outcome: 'limit.us' }
    : undefined;
