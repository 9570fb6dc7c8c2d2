// Only an approved template can be sent; a paused one may come back, so its messages wait (F§4.6).
// A template we never heard of is tried: Meta's answer decides.

import type { Because, Policy } from '../gate-facts.ts';
import { judgeTemplate, type TemplateFacts } from '../template-facts.ts';

export const template: Policy = ({ template: facts, now }) => {
  if (facts?.status === undefined) return undefined;
  const because = toBecause(facts);
  switch (judgeTemplate(facts, now)) {
    case 'sendable':
      return undefined;
    case 'passing':
      return { do: 'wait', policy: 'template', outcome: 'template.paused', because };
    case 'gone': {
      const code = facts.status.toLowerCase();
      return { do: 'refuse', policy: 'template', outcome: 'template.missing', code, because };
    }
  }
};

function toBecause({ name, status = '', statusAt, statusReason }: TemplateFacts): Because {
  return {
    ...(name === undefined ? {} : { template: name }),
    status,
    ...(statusAt === undefined ? {} : { since: statusAt }),
    ...(statusReason === undefined ? {} : { reason: statusReason }),
  };
}
