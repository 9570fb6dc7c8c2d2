// Meta's marketing experiment: the same people are refused every time, except inside an open service or free-entry
// window. It has no known end, so after a time one message is tried again (F§4.3).

import type { GateFacts, Policy } from '../gate-facts.ts';

export const experiment: Policy = (facts) => {
  if (!isConcerned(facts) || facts.memory.experiment === undefined) return undefined;
  const { since, until } = facts.memory.experiment;
  if (facts.now >= until) return undefined;
  return {
    do: 'refuse',
    policy: 'experiment',
    outcome: 'experiment',
    code: '130472',
    because: { since, until },
  };
};

/** True of a message that, once the gate lets it pass, shows whether the experiment still holds. */
export function isProbe(facts: GateFacts): boolean {
  return isConcerned(facts) && facts.memory.experiment !== undefined;
}

function isConcerned({ channel, category, windowOpen, freeEntryEndsAt }: GateFacts): boolean {
  return channel === 'whatsapp' && category === 'marketing' && !windowOpen && freeEntryEndsAt === undefined;
}
