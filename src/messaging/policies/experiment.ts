// Meta's marketing experiment: the same people are refused every time, except inside an open window (F§4.3).

import type { Policy } from '../gate-facts.ts';

export const experiment: Policy = (facts) =>
  facts.channel === 'whatsapp' &&
  facts.category === 'marketing' &&
  facts.memory.experimentSince !== undefined &&
  !facts.windowOpen
    ? { do: 'refuse', policy: 'experiment', outcome: 'experiment', code: '130472' }
    : undefined;
