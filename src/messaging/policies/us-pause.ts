// Meta delivers no marketing to US numbers while its pause is in force (F§0 row 6, F§4.4): trying costs a refusal, so the
// message goes another way at once, or waits for the end where one is known and the operator wants that.

import type { Policy } from '../gate-facts.ts';

export const usPause: Policy = ({ channel, category, usPause: pause }) => {
  if (channel !== 'whatsapp' || category !== 'marketing' || pause === undefined) return undefined;
  const { from, until, waits } = pause;
  const because = { since: from, ...(until === undefined ? {} : { until }) };
  const objection = { policy: 'us-pause', outcome: 'limit.us', because } as const;
  return waits && until !== undefined ? { do: 'wait', until, ...objection } : { do: 'refuse', ...objection };
};
