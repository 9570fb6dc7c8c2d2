// Marketing needs an opt-in for its channel; who has opted out of a channel gets nothing there (F§4.10).

import type { Policy } from '../gate-facts.ts';

export const consent: Policy = ({ category, marketingConsent, optedOutOfAll }) => {
  if (optedOutOfAll) return { do: 'refuse', policy: 'consent', outcome: 'consent', code: 'opted_out' };
  if (category !== 'marketing' || marketingConsent === 'in') return undefined;
  const code = marketingConsent === 'out' ? 'opted_out' : 'no_opt_in';
  return { do: 'refuse', policy: 'consent', outcome: 'consent', code };
};
