// Why a step ended as it did, and where the run went from there. Pure.

import type { Language } from '../../journey/issue-prose.ts';
import type { FailureChoice } from '../../simulator/failure-choices.ts';
import { policyWords } from '../../simulator/policy-words.ts';
import type { WalkedStep } from '../../simulator/walked-path.ts';
import { always } from '../model/edges.ts';
import { outcomeMeaning, outcomeWords } from '../model/outcome-words.ts';

interface Manner {
  /** Name of the step that comes next. */
  readonly target: string | undefined;
  readonly failures: readonly FailureChoice[];
  readonly language: Language;
}

export function settledWords(
  { outcome, code, policy, edge, attempted }: WalkedStep,
  { target, failures, language }: Manner,
): readonly string[] {
  const say = words[language];
  const failure = code === null ? undefined : failures.find((one) => one.code === code);
  const meaning = outcome === null || attempted === null ? undefined : outcomeMeaning(outcome)?.[language];
  // A word of our own gate says what its policy says.
  const unknown = code === null || policy !== null ? undefined : `(${code})`;
  const known = failure === undefined ? unknown : `${failure.words[language]} (${failure.code})`;
  const why = code === null ? meaning : known;
  // Times are said where the gate decided.
  const by = policy === null ? undefined : policyWords(policy, undefined, () => '')[language];
  const key = edge === null ? undefined : outcomeWords(edge.key ?? always)[language];
  return [
    ...(why === undefined ? [] : [why]),
    ...(by === undefined ? [] : [by]),
    ...(attempted === false ? [say.unsent] : []),
    ...(target === undefined || key === undefined ? [] : [say.goesTo(key, target)]),
  ];
}

const words = {
  en: {
    unsent: 'no message was sent',
    goesTo: (key: string, target: string) => `→ ${target}, by “${key}”`,
  },
  ko: {
    unsent: '메시지를 보내지 않음',
    goesTo: (key: string, target: string) => `→ ${target} ("${key}" 연결)`,
  },
} as const;
