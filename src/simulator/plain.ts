// Ends a node that asks another system, without asking it: as the script says, or as the author hopes. Pure.

import type { ActivityAnswer } from '../machine/vocabulary.ts';
import { type Draft, takePrepared } from './draft.ts';
import type { PreparedAnswer } from './facts.ts';
import type { Visit } from './visit.ts';

export function performPlain(draft: Draft, { type, config }: Visit): ActivityAnswer {
  const outcomes = type.outcomes(config);
  const [hopedFor = outcomes[0] ?? 'invalid'] = type.successes(config);
  const outcome = takePrepared(draft, isResponse)?.outcome ?? hopedFor;
  if (outcomes.includes(outcome)) return { status: 'settled', outcome };
  // What the engine makes of a node whose code comes to an outcome that it has not declared.
  return { status: 'settled', outcome: 'invalid', code: 'undeclared_outcome' };
}

function isResponse(answer: PreparedAnswer): answer is Extract<PreparedAnswer, { readonly kind: 'respond' }> {
  return answer.kind === 'respond';
}
