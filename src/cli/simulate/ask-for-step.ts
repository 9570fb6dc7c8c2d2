// The questions of a session: what somebody writes, which code, how long. Undefined where the person gives up.

import { isCancel, select, text } from '@clack/prompts';
import type { Language } from '../../journey/issue-prose.ts';
import { failureChoices } from '../../simulator/failure-choices.ts';
import { type ScriptStep, stepSchema } from '../../simulator/script.ts';
import { hasKeyHelp } from '../key-help.ts';
import type { Choice } from './session.ts';
import { sessionWords } from './session-words.ts';

/** What the provider will answer to the first message, as leading steps of a script. */
export async function askForFirstAnswer(language: Language): Promise<readonly ScriptStep[] | undefined> {
  const words = sessionWords[language];
  const chosen = await select({
    message: words.first,
    showInstructions: hasKeyHelp(language),
    options: [
      { value: 'accept', label: words.accept },
      { value: 'refuse', label: words.refuse },
      { value: 'hold', label: words.hold },
      { value: 'lose', label: words.lose },
    ],
  });
  if (isCancel(chosen)) return undefined;
  if (chosen === 'accept') return [];
  if (chosen === 'hold') return [{ hold: true }];
  if (chosen === 'lose') return [{ lose: true }];
  const step = await askForStep('refuse', language);
  return step === undefined ? undefined : [step];
}

/** A step that needs a word more. */
export async function askForStep(kind: Choice['kind'], language: Language): Promise<ScriptStep | undefined> {
  const words = sessionWords[language];
  switch (kind) {
    case 'fail':
    case 'refuse':
      return toStep(kind, await askForCode(language));
    case 'reply':
    case 'inbound':
      return toStep(kind, await ask(words.whichText));
    case 'event':
      return askForEvent(language);
    case 'advance':
      return toStep(kind, await ask(words.whichTime, kind));
    case 'exit':
      return toStep(kind, await ask(words.whichOutcome));
    default:
      return undefined;
  }
}

export async function askForFile(
  suggested: string,
  language: Language,
): Promise<{ readonly file: string; readonly name: string } | undefined> {
  const words = sessionWords[language];
  const file = await text({ message: words.whichFile, initialValue: suggested });
  if (isCancel(file)) return undefined;
  const name = await text({
    message: words.whichName,
    validate: (given) => (given?.trim() ? undefined : '…'),
  });
  return isCancel(name) ? undefined : { file, name };
}

async function askForCode(language: Language): Promise<string | undefined> {
  const words = sessionWords[language];
  const chosen = await select({
    message: words.whichCode,
    showInstructions: hasKeyHelp(language),
    options: [
      ...failureChoices()
        .filter(({ isUsual }) => isUsual)
        .map(({ code, words: said }) => ({ value: code, label: `${code}  ${said[language]}` })),
      { value: '', label: words.otherCode },
    ],
  });
  if (isCancel(chosen)) return undefined;
  return chosen === '' ? ask(words.whichCode) : chosen;
}

/** `kind`: the answer has to make a step of this kind. */
async function ask(message: string, kind?: string): Promise<string | undefined> {
  const answer = await text({
    message,
    validate: (given) => {
      const isFit = kind === undefined ? Boolean(given) : stepSchema.safeParse({ [kind]: given }).success;
      return isFit ? undefined : message;
    },
  });
  return isCancel(answer) ? undefined : answer;
}

async function askForEvent(language: Language): Promise<ScriptStep | undefined> {
  const words = sessionWords[language];
  const answer = await text({
    message: words.whichEvent,
    validate: (given = '') => (toEventStep(given) === undefined ? words.whichEvent : undefined),
  });
  return isCancel(answer) ? undefined : toEventStep(answer);
}

/** Reads `order.placed` or `order.placed {"orderId": "o1"}`; undefined where it is neither. */
export function toEventStep(given: string): ScriptStep | undefined {
  const [, event, json = ''] = /^\s*([^\s{]+)\s*(\{.*\})?\s*$/s.exec(given) ?? [];
  if (event === undefined) return undefined;
  try {
    const step = json === '' ? { event } : { event, data: JSON.parse(json) };
    return stepSchema.safeParse(step).data;
  } catch {
    return undefined;
  }
}

function toStep(kind: string, answer: string | undefined): ScriptStep | undefined {
  return answer === undefined ? undefined : stepSchema.parse({ [kind]: answer });
}
