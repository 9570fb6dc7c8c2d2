// What each entry of a trace says, in words of either language: for terminals and for the canvas. Pure.

import { toDurationWords } from '../journey/duration-words.ts';
import type { Language } from '../journey/issue-prose.ts';
import { createLocalTime } from './local-time.ts';
import { toMessageLines } from './message-text.ts';
import { policyWords } from './policy-words.ts';
import type { TraceEntry } from './trace.ts';
import { type TraceWords, traceWords } from './trace-labels.ts';
import { toAnswerText, toCategoryText, toEvidenceText, toHeardText } from './trace-words.ts';

/** What is said first, then what belongs to it: the lines of a message, the facts of a decision. */
export type TraceText = readonly [string, ...string[]];

/**
 * @param timeZone the person's: what quiet hours and delays go by
 * @param toTime writes an instant; in full where absent
 */
export function createTraceText(
  language: Language,
  timeZone: string,
  toTime = createLocalTime(timeZone, language),
): (entry: TraceEntry) => TraceText {
  const manner = { words: traceWords[language], toTime, language };
  return (entry) => describe(entry, manner);
}

interface Manner {
  readonly words: TraceWords;
  readonly toTime: (instantMs: number) => string;
  readonly language: Language;
}

function describe(entry: TraceEntry, { words, toTime, language }: Manner): TraceText {
  switch (entry.kind) {
    case 'entered':
      return [entry.visit > 1 ? `${entry.node} (${words.visit(entry.visit)})` : entry.node];
    case 'gate': {
      const said = `${entry.node}: ${toDecision(entry, { words, toTime, language })}`;
      return entry.facts === undefined ? [said] : [said, words.facts(entry.facts).join(', ')];
    }
    case 'message': {
      const { title, body } = toMessageLines(entry.message);
      const answer = toAnswerText(entry.answer, language);
      return [`${entry.node}: ${title}, ${toCategoryText(entry.category, language)} → ${answer}`, ...body];
    }
    case 'evidence': {
      const said = toEvidenceText(entry.word, entry.code, language);
      return [`${entry.node}: ${said}${entry.late ? ` (${words.late})` : ''}`];
    }
    case 'heard':
      return [toHeardText(entry.what, entry.name, language)];
    case 'changed':
      return [`${entry.node}: ${toChange(entry.change)}`];
    case 'waiting': {
      const what = words.waitsFor[entry.waiting] ?? entry.waiting;
      if (entry.due === undefined) return [`${entry.node}: ${what}`];
      const span = toDurationWords(entry.due - entry.at, language);
      return [`${entry.node}: ${what}, ${words.until(toTime(entry.due), span)}`];
    }
    case 'settled':
      return [`${entry.node} → ${entry.outcome}${toReasons(entry, { words, toTime, language })}`];
    case 'ended':
      return [entry.outcome];
  }
}

/** The gate's decision, with the reason in words. */
function toDecision(
  { decision }: Extract<TraceEntry, { kind: 'gate' }>,
  { words, toTime, language }: Manner,
): string {
  if (decision.do === 'allow') return words.decisions.allow;
  const { policy, because } = decision;
  if (decision.do === 'refuse') {
    return words.decisions.refuse(policyWords(policy, because, toTime)[language], decision.outcome);
  }
  // Until when is said of the wait itself.
  const { until: _until, ...reason } = because ?? {};
  const until = decision.until === undefined ? undefined : toTime(decision.until);
  return words.decisions.wait(policyWords(policy, reason, toTime)[language], until);
}

function toReasons(
  { attempted, code, policy }: Extract<TraceEntry, { kind: 'settled' }>,
  { words, toTime, language }: Manner,
): string {
  const reasons = [
    ...(code === undefined ? [] : [words.code(code)]),
    ...(policy === undefined ? [] : [policyWords(policy, undefined, toTime)[language]]),
    ...(attempted === undefined ? [] : [words.attempted(attempted)]),
  ];
  return reasons.length === 0 ? '' : ` (${reasons.join(', ')})`;
}

function toChange(change: Extract<TraceEntry, { kind: 'changed' }>['change']): string {
  switch (change.kind) {
    case 'vars':
    case 'attributes':
      return Object.entries(change.set)
        .map(([name, value]) => `${name} = ${JSON.stringify(value)}`)
        .join(', ');
    case 'consent':
      return `${change.channel} ${change.topic}: ${change.state}`;
    case 'start':
      return `→ ${change.journey}`;
  }
}
