// Meta has restricted the sender or its account (F§4.7). What a restriction with an end bars waits for that end; what an
// operator has to lift waits for the operator; either way no longer than the message is worth sending, so that urgent
// ones take their fallback by their own deadline. Where there is nothing to wait for, the fallback is taken at once.

import type { GateFacts, Policy } from '../gate-facts.ts';
import type { Restriction } from '../sender-facts.ts';

export const restrictions: Policy = (facts) => {
  const barring = facts.sender.restrictions.filter((restriction) => bars(restriction, facts));
  const [longest] = [...barring].sort((left, right) => endOf(right) - endOf(left));
  if (longest === undefined) return undefined;
  const { kind, reason, until, scope } = longest;
  const why = {
    policy: 'restrictions',
    // A number's own limits are about how it is used; an account's about whether it may be used at all.
    outcome: scope === 'sender' ? 'limit.sender' : 'account',
    because: { kind, reason, ...(until === undefined ? {} : { until }) },
  } as const;
  if (kind === 'country' || (kind === 'all' && until === undefined)) return { do: 'refuse', ...why };
  return { do: 'wait', ...why, ...(until === undefined ? {} : { until }) };
};

/** Whether it concerns this message. */
export function bars(
  { kind }: Pick<Restriction, 'kind'>,
  { category, freeForm, windowOpen, sender }: GateFacts,
): boolean {
  switch (kind) {
    case 'all':
    case 'country':
      return true;
    case 'business-initiated':
    case 'soft-lock':
      return !windowOpen;
    case 'customer-initiated':
      return windowOpen;
    case 'marketing':
      return category === 'marketing';
    case 'utility-templates':
      return category === 'utility' && !freeForm;
    case 'direct-send':
      return sender.directSend === true;
    case 'payment':
      // What is free goes on: answers, and utility inside a window (F§4.9; F§3.2 row 131042).
      return !windowOpen || category === 'marketing' || category === 'authentication';
  }
}

function endOf({ until = Number.POSITIVE_INFINITY }: Restriction): number {
  return until;
}
