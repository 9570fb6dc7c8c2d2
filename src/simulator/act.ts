// Does what a step of a script says, at the simulation's now. An action that meets nothing changes nothing. Pure.

import { addDuration } from '../journey/duration.ts';
import { isFinished } from '../machine/driver.ts';
import { change, type Draft } from './draft.ts';
import type { PreparedAnswer } from './facts.ts';
import { findMessage, giveEvidence, hearEvent, leave } from './hear.ts';
import { hearTap, hearText } from './hear-inbound.ts';
import { passTime } from './move.ts';
import { restOf } from './rest.ts';
import type { WorldAction } from './simulation.ts';

/** False where the action met nothing: no such message, or a run that is over. */
export function act(draft: Draft, action: WorldAction): boolean {
  if ('deliver' in action) return giveEvidence(draft, action.deliver, { word: 'delivered' });
  if ('read' in action) return giveEvidence(draft, action.read, { word: 'read' });
  if ('click' in action) return giveEvidence(draft, action.click, { word: 'clicked' });
  if ('fail' in action) {
    return giveEvidence(draft, action.message ?? true, { word: 'failed', code: String(action.fail) });
  }
  if ('reply' in action) {
    if (findMessage(draft.facts, true) === undefined) return false;
    hearText(draft, action.reply);
    return true;
  }
  if ('tap' in action) return hearTap(draft, action.tap, action.message ?? true);
  if (isFinished(draft.run)) return false;
  const answer = toAnswer(action);
  if (answer !== undefined) change(draft, { answers: [...draft.facts.answers, answer] });
  else if ('inbound' in action) hearText(draft, action.inbound);
  else if ('event' in action) hearEvent(draft, { name: action.event, data: action.data ?? {} });
  else if ('exit' in action) leave(draft, action.exit, 'operator');
  else if ('silence' in action) return keepSilent(draft);
  else if ('advance' in action) {
    passTime(draft, addDuration(draft.now, action.advance, draft.facts.person.timeZone));
  }
  return true;
}

/** What the provider or another system will answer next, where the action is about that. */
export function toAnswer(action: WorldAction): PreparedAnswer | undefined {
  if ('refuse' in action) return { kind: 'refuse', code: String(action.refuse) };
  if ('hold' in action) return { kind: 'hold' };
  if ('lose' in action) return { kind: 'lose' };
  return 'respond' in action ? { kind: 'respond', outcome: action.respond } : undefined;
}

/** Time passes until the message is waited for no longer. */
function keepSilent(draft: Draft): boolean {
  const awaited = messageAwaited(draft);
  if (awaited === undefined) return false;
  while (messageAwaited(draft) === awaited) {
    const due = restOf(draft).due;
    if (due === undefined) break;
    passTime(draft, due);
  }
  return true;
}

function messageAwaited(draft: Draft): string | undefined {
  if (isFinished(draft.run)) return undefined;
  const { message, visit } = restOf(draft);
  return message === undefined ? undefined : `${message}#${visit}`;
}
