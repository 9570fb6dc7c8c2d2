// A business portfolio may write to so many people a day outside their windows (F§4.8). At the limit a message waits for
// a place, as long as it is worth sending; a code has no use for a place of tomorrow.

import type { Policy } from '../gate-facts.ts';

export const portfolio: Policy = ({ category, sender }) => {
  if (sender.portfolio === undefined) return undefined;
  const { limit, freeAt } = sender.portfolio;
  const why = {
    policy: 'portfolio',
    outcome: 'limit.sender',
    because: { ...(limit === undefined ? {} : { limit }), until: freeAt },
  } as const;
  return category === 'authentication' ? { do: 'refuse', ...why } : { do: 'wait', until: freeAt, ...why };
};
