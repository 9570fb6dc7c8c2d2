// Only an approved template can be sent; a paused one may come back, so its messages wait (F§4.6).
// A template we never heard of is tried: Meta's answer decides.

import type { Policy } from '../gate-facts.ts';

const temporary = new Set(['PAUSED', 'PENDING', 'IN_APPEAL', 'LOCKED', 'LIMIT_EXCEEDED', 'FLAGGED']);

export const template: Policy = ({ template: { status } = {} }) => {
  if (status === undefined || status === 'APPROVED' || status === 'REINSTATED') return undefined;
  if (temporary.has(status)) return { do: 'wait', policy: 'template', outcome: 'template.paused' };
  return {
    do: 'refuse',
    policy: 'template',
    outcome: 'template.missing',
    code: status.toLowerCase(),
  };
};
