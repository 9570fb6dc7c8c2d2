// The author lets the first people of a node go ahead (`with.canary`): the others wait for how those fared. A node that was
// stopped sends no more.

import { neededOf } from '../canary.ts';
import type { Policy } from '../gate-facts.ts';

export const canary: Policy = ({ canary: facts }) => {
  if (facts === undefined || facts.state === 'open') return undefined;
  const { first, admitted, delivered, failed, state } = facts;
  const because = { first, admitted, delivered, failed, needed: neededOf(facts) };
  if (state === 'stopped') return { do: 'refuse', policy: 'canary', outcome: 'stopped', because };
  if (facts.isFirst || admitted < first) return undefined;
  return { do: 'wait', policy: 'canary', outcome: 'expired', because };
};
