// A trace as lines for a terminal: when, what, where, why; the message as its person reads it.

import { displayWidth } from '../../journey/display-width.ts';
import type { Language } from '../../journey/issue-prose.ts';
import { policyWords } from '../../simulator/policy-words.ts';
import type { TraceEntry } from '../../simulator/trace.ts';
import { toAnswerText, toCategoryText, toEvidenceText, toHeardText } from '../../simulator/trace-words.ts';
import type { ConsolePort, Style } from '../console-port.ts';
import { toDurationWords } from '../duration-words.ts';
import { createLocalTime } from './local-time.ts';
import { toMessageLines } from './message-lines.ts';
import { type TraceWords, traceWords } from './trace-words.ts';

export interface TraceFormat {
  readonly language: Language;
  /** The person's. */
  readonly timeZone: string;
  readonly paint: ConsolePort['paint'];
}

const styles: { readonly [kind in TraceEntry['kind']]?: Style } = {
  message: 'cyan',
  settled: 'green',
  ended: 'bold',
  waiting: 'dim',
  entered: 'dim',
  gate: 'dim',
};

/** Some lines for each entry, in their order. */
export function toTraceLines(
  entries: readonly TraceEntry[],
  { language, timeZone, paint }: TraceFormat,
): readonly string[] {
  const words = traceWords[language];
  const toTime = createLocalTime(timeZone, language);
  const width = Math.max(...kinds.map((kind) => displayWidth(words[kind])));
  return entries.flatMap((entry) => {
    const label = words[entry.kind];
    const gap = ' '.repeat(width - displayWidth(label));
    const [first, ...more] = describe(entry, { words, toTime, language });
    const time = toTime(entry.at);
    const indent = ' '.repeat(displayWidth(time) + width + 4);
    const line = `${paint('dim', time)}  ${paint(styles[entry.kind] ?? 'bold', label)}${gap}  ${first}`;
    return [line, ...more.map((text) => `${indent}${paint('dim', '│')} ${text}`)];
  });
}

const kinds = [
  'entered',
  'gate',
  'message',
  'evidence',
  'heard',
  'changed',
  'waiting',
  'settled',
  'ended',
] as const satisfies readonly TraceEntry['kind'][];

interface Manner {
  readonly words: TraceWords;
  readonly toTime: (instantMs: number) => string;
  readonly language: Language;
}

function describe(entry: TraceEntry, { words, toTime, language }: Manner): readonly [string, ...string[]] {
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
