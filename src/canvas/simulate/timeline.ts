// The story of a simulated run: what was done, what came of it, with times and reasons, as a list to read. Lines of the
// trace that say one thing are one entry. Pure.

import type { CheckAnswer } from '../../journey/check-answer.ts';
import type { Language } from '../../journey/issue-prose.ts';
import type { FailureChoice } from '../../simulator/failure-choices.ts';
import type { SimulatedAction } from '../../simulator/play-actions.ts';
import type { EnteredAnswer, TraceLine } from '../../simulator/simulation-answer.ts';
import { traceWords } from '../../simulator/trace-labels.ts';
import type { WalkedStep } from '../../simulator/walked-path.ts';
import { type Journey, stepOf } from '../model/journey.ts';
import { type Meaning, meaningOf } from '../model/meaning.ts';
import { outcomeWords } from '../model/outcome-words.ts';
import { outlineOf } from '../model/outline.ts';
import { nameOf } from '../text/name-of.ts';
import { actionWords } from './action-words.ts';
import { outermost } from './own-step.ts';
import { settledWords } from './settled-words.ts';

export interface TimelineEntry {
  readonly id: string;
  /** Epoch milliseconds on the run's clock. */
  readonly at: number;
  readonly title: string;
  readonly details: readonly string[];
  /** Absent where it is neither good nor bad. */
  readonly meaning?: Meaning;
  /** The step on the canvas that it is about. */
  readonly step?: string;
  /** Index of the action that it is; one can go on from there. */
  readonly action?: number;
  /** There was nothing to do it to. */
  readonly isUnmet?: boolean;
}

export interface TimelineManner {
  readonly actions: readonly SimulatedAction[];
  readonly journey: Journey;
  readonly check: CheckAnswer | undefined;
  readonly failures: readonly FailureChoice[];
  readonly language: Language;
}

export function toTimeline(answer: EnteredAnswer, manner: TimelineManner): readonly TimelineEntry[] {
  const entries: TimelineEntry[] = [];
  const done = answer.path.filter(({ settledAt }) => settledAt !== null);
  let settled = 0;
  for (const [index, line] of answer.trace.entries()) {
    entries.push(...actionsAt(index, answer, manner));
    const walked = line.kind === 'settled' ? done[settled] : undefined;
    if (line.kind === 'settled') settled += 1;
    const next = answer.trace[index + 1];
    if (isSaidByNext(line, next)) continue;
    const entry = toEntry(line, { index, walked, manner });
    const last = entries.at(-1);
    if (last !== undefined && belongsTo(line, last)) {
      const details = [...last.details, ...detailsOf(line, next, manner)];
      entries[entries.length - 1] = {
        ...last,
        details,
        ...(line.kind === 'waiting' ? { meaning: 'waiting' } : {}),
      };
    } else
      entries.push(
        isDetail(line) && !isEcho(line) ? { ...entry, details: detailsOf(line, next, manner) } : entry,
      );
  }
  return [...entries, ...actionsAt(answer.trace.length, answer, manner)];
}

function actionsAt(line: number, answer: EnteredAnswer, manner: TimelineManner): readonly TimelineEntry[] {
  return answer.lines.flatMap((at, action): readonly TimelineEntry[] => {
    const what = manner.actions[action];
    if (at !== line || what === undefined) return [];
    const time = answer.trace[line]?.at ?? answer.now;
    const isUnmet = answer.leftover.includes(action);
    const title = actionWords(what, manner.failures)[manner.language];
    const details = isUnmet ? [texts.unmet[manner.language]] : [];
    return [{ id: `action ${action}`, at: time, title, details, action, ...(isUnmet ? { isUnmet } : {}) }];
  });
}

/** A step that settles as soon as it is entered is one entry, and so is an end. */
function isSaidByNext(line: TraceLine, next: TraceLine | undefined): boolean {
  if (next === undefined || next.at !== line.at) return false;
  if (line.kind === 'entered') return next.kind === 'settled' && next.node === line.node;
  return line.kind === 'settled' && next.kind === 'ended';
}

function isDetail(line: TraceLine): boolean {
  return line.kind === 'gate' || line.kind === 'message' || line.kind === 'changed' || isEcho(line);
}

/** What comes from outside is somebody's doing. */
function isEcho({ kind }: TraceLine): boolean {
  return kind === 'evidence' || kind === 'heard';
}

/** What came at once of what was done, and what a step did on being entered. */
function belongsTo(line: TraceLine, last: TimelineEntry): boolean {
  if (isEcho(line)) {
    return last.action !== undefined && last.isUnmet !== true && last.details.length === 0;
  }
  if (!isDetail(line) && line.kind !== 'waiting') return false;
  return (
    last.meaning === undefined &&
    last.at === line.at &&
    last.step === (line.node === null ? undefined : outermost(line.node))
  );
}

function detailsOf(line: TraceLine, next: TraceLine | undefined, manner: TimelineManner): readonly string[] {
  const said = withoutNode(line, manner.language);
  // What was done says it already, but for what came of it.
  if (isEcho(line)) return said.includes(traceWords[manner.language].late) ? [said] : [];
  if (line.kind === 'waiting' && manner.language === 'en') return [`waits ${said}`];
  if (line.kind !== 'gate') return [said];
  const isAllowed = next?.kind === 'message' && next.node === line.node;
  const facts = line.more[manner.language].join(', ');
  return [`${isAllowed ? '✓ ' : ''}${said}${facts === '' ? '' : ` (${facts})`}`];
}

/** The trace names the step first; here the entry's title does. */
function withoutNode({ text, node }: TraceLine, language: Language): string {
  const said = text[language];
  return node !== null && said.startsWith(`${node}: `) ? said.slice(node.length + 2) : said;
}

interface Found {
  readonly index: number;
  readonly walked: WalkedStep | undefined;
  readonly manner: TimelineManner;
}

function toEntry(line: TraceLine, { index, walked, manner }: Found): TimelineEntry {
  const { language } = manner;
  const step = line.node === null ? {} : { step: outermost(line.node) };
  const name = line.node === null ? line.label[language] : stepName(line.node, manner);
  const base = { id: `line ${index}`, at: line.at, title: name, details: [], ...step };
  switch (line.kind) {
    case 'waiting':
      return { ...base, details: detailsOf(line, undefined, manner), meaning: 'waiting' };
    case 'evidence':
      return { ...base, title: `${name}: ${withoutNode(line, language)}` };
    case 'heard':
      return { ...base, title: line.text[language] };
    case 'settled':
      return walked === undefined ? base : { ...base, ...toSettled(walked, name, manner) };
    case 'ended':
      return { ...base, title: `${line.label[language]}: ${outcomeWords(line.text.en)[language]}` };
    default:
      return base;
  }
}

function toSettled(walked: WalkedStep, name: string, manner: TimelineManner) {
  const outcome = walked.outcome ?? '';
  const outline = outlineOf(manner.check, walked.node);
  const target = walked.edge === null ? undefined : stepName(walked.edge.to, manner);
  return {
    title: `${name}: ${outcomeWords(outcome)[manner.language]}`,
    details: settledWords(walked, { target, failures: manner.failures, language: manner.language }),
    ...(outline === undefined ? {} : { meaning: meaningOf(outcome, outline.successes) }),
  };
}

/** As the author calls it; steps inside another journey by their id. */
export function stepName(
  id: string,
  { journey, language }: Pick<TimelineManner, 'journey' | 'language'>,
): string {
  const name = stepOf(journey, id)?.name;
  return name === undefined ? id : nameOf(name, language);
}

const texts = {
  unmet: { en: 'There was nothing to do this to.', ko: '해당하는 대상이 없었습니다.' },
};
