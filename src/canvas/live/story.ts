// A run told as a timeline: who came in, each step with what was tried and what came of it, what is waited for, how it
// ended. Made of codes, words and times of the run's own record; nothing of it is guessed. Pure.

import type { RunAnswer } from '../../client/client.ts';
import type { NodeTypeAnswer } from '../../journey/describe-node-type.ts';
import type { Language } from '../../journey/issue-prose.ts';
import { entryWords } from '../model/entry-words.ts';
import { stepOf } from '../model/journey.ts';
import { meaningOf } from '../model/meaning.ts';
import { outcomeMeaning, outcomeWords } from '../model/outcome-words.ts';
import { outlineOf, successesIn } from '../model/outline.ts';
import { viewOf } from '../model/step-view.ts';
import { wordsOf } from '../model/words.ts';
import type { Clock } from './clock.ts';
import { type Drawn, edgeFor } from './drawn.ts';
import { attemptLines, evidenceEntries, evidenceLines, gateLines, onOwnClock } from './message-story.ts';
import { placeOfRun } from './run-overlay.ts';
import { titleOfStep } from './step-title.ts';
import type { Step, StoryEntry } from './story-entry.ts';

export interface StoryOptions extends Drawn {
  readonly nodeTypes: ReadonlyMap<string, NodeTypeAnswer>;
  readonly language: Language;
  /** The person's. */
  readonly clock: Clock;
  /** Epoch ms, on the person's clock. */
  readonly now: number;
}

export function storyOf(told: RunAnswer, options: StoryOptions): readonly StoryEntry[] {
  const run = onOwnClock(told);
  return [
    enteredEntry(run, options),
    ...run.path.flatMap((step, index) => stepEntries(step, { ...options, next: run.path[index + 1] })),
    ...waitingEntry(run, options),
    ...endEntry(run, options),
  ];
}

function enteredEntry(run: RunAnswer, { journey, language }: StoryOptions): StoryEntry {
  const { title, line } = entryWords(journey);
  const words = [title[language], line[language]].filter((part) => part !== '').join(' · ');
  const key = run.key === '' ? [] : [texts[language].key(run.key)];
  const rehearsed = run.rehearsed ? [texts[language].rehearsed] : [];
  const at = run.path[0]?.enteredAt ?? run.startedAt ?? run.createdAt;
  return {
    ...{ key: 'entered', at, meaning: 'plain', title: texts[language].entered },
    lines: [words, ...key, ...rehearsed],
  };
}

interface StepOptions extends StoryOptions {
  /** Where the run went from there. */
  readonly next: Step | undefined;
}

function stepEntries(step: Step, options: StepOptions): readonly StoryEntry[] {
  const { language } = options;
  const key = `${step.node} ${step.visit}`;
  const title = titleOfStep(options, step.node, options);
  const name = step.visit === 1 ? title : `${title} (${texts[language].visit(step.visit)})`;
  const begun = {
    ...({ key, at: step.enteredAt, meaning: 'plain', title: name, step: step.node } as const),
    lines: [...gateLines(step, options), ...attemptLines(step, language), ...what(step, options)],
  };
  if (step.outcome === null || step.settledAt === null) return [begun];
  const settled = settledEntry(step, options);
  // What ends as it begins is one entry.
  if (step.message === null && step.settledAt === step.enteredAt) {
    return [
      {
        ...settled,
        title: `${name}: ${outcomeWords(step.outcome)[language]}`,
        lines: [...begun.lines, ...settled.lines],
      },
    ];
  }
  return [begun, settled, ...evidenceEntries(step, language)];
}

/** What a step that sends nothing does. */
function what(step: Step, { journey, check, nodeTypes, language }: StoryOptions): readonly string[] {
  const source = stepOf(journey, step.node);
  if (step.message !== null || source === undefined) return [];
  const { line, waits } = wordsOf(
    viewOf(step.node, source, outlineOf(check, step.node)),
    nodeTypes.get(source.type),
    language,
  );
  return waits === undefined ? [line] : [line, waits];
}

function settledEntry(step: Step, options: StepOptions): StoryEntry {
  const { check, language, next } = options;
  const outcome = step.outcome ?? '';
  const isEnd = outlineOf(check, step.node)?.terminal === true;
  const meaning = meaningOf(outcome, successesIn(check)(step.node));
  const label = outcomeWords(outcome)[language];
  const coded = step.code === null ? label : `${label} (${step.code})`;
  // What arrived needs no reason.
  const hasReason = step.message !== null && step.policy === null && meaning !== 'reached';
  const sentence = hasReason ? outcomeMeaning(outcome)?.[language] : undefined;
  return {
    ...{ key: `${step.node} ${step.visit} ${outcome}`, at: step.settledAt, step: step.node },
    meaning: isEnd ? 'plain' : meaning,
    title: capital(coded),
    lines: [
      ...evidenceLines(step, language),
      ...(sentence === undefined ? [] : [sentence]),
      ...(next === undefined ? [] : [texts[language].goesOn(titleOfStep(options, next.node, options))]),
    ],
  };
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function waitingEntry(run: RunAnswer, options: StoryOptions): readonly StoryEntry[] {
  const { journey, check, nodeTypes, language, clock, now } = options;
  const place = placeOfRun(run);
  if (place === undefined) return [];
  const step = stepOf(journey, place);
  const view = step && viewOf(place, step, outlineOf(check, place));
  const say = texts[language];
  const { waiting } = run;
  // What waits at the gate is not on its way yet.
  const isSent = waiting?.state !== 'parked';
  // Of a step that sends nothing it is said where it begins.
  const isMessage = run.path.findLast(({ node }) => node === place)?.message != null;
  const waits =
    isSent && isMessage && view ? wordsOf(view, nodeTypes.get(view.step.type), language).waits : undefined;
  const until = waiting?.until ?? null;
  const title = waitingTitle(waiting?.state, outlineOf(check, place)?.awaits ?? null, language);
  // The workflow is a moment ahead of the journal: nothing above names the step yet.
  const isTold = run.path.some(({ node, outcome }) => node === place && outcome === null);
  return [
    {
      ...{ key: 'waiting', at: null, meaning: 'waiting', step: place },
      title: isTold ? title : `${titleOfStep(options, place, options)} · ${title}`,
      lines: [
        ...(waits === undefined ? [] : [waits]),
        ...(until === null ? [] : [say.until(clock.short(until, now))]),
        ...(isSent ? lastResort(place, options) : []),
        ...(waiting === undefined && run.state === 'running' ? [say.unknown] : []),
      ],
    },
  ];
}

/** Where the run goes when the time is up. */
function lastResort(place: string, options: StoryOptions): readonly string[] {
  const { check, language } = options;
  const outcomes = outlineOf(check, place)?.outcomes ?? [];
  const late = ['silent', 'timeout'].find((word) => outcomes.includes(word));
  const edge = late === undefined ? undefined : edgeFor(options, place, late);
  return edge === undefined ? [] : [texts[language].lastly(titleOfStep(options, edge.target, options))];
}

function waitingTitle(state: string | undefined, awaits: string | null, language: Language): string {
  const say = texts[language];
  if (state === 'parked') return say.parked;
  if (state === 'held') return say.held;
  if (state === 'reconciling') return say.reconciling;
  return awaits === null ? say.waiting : say.awaiting(outcomeWords(awaits)[language]);
}

/** How the run ended, where no step of its own says so. */
function endEntry(run: RunAnswer, { check, language }: StoryOptions): readonly StoryEntry[] {
  const last = run.path.at(-1);
  const isTold =
    last !== undefined && outlineOf(check, last.node)?.terminal === true && last.outcome !== null;
  if (run.state !== 'closed' || isTold) return [];
  const outcome = run.outcome ?? '';
  return [
    {
      ...{
        key: 'ended',
        at: run.rehearsed ? (last?.settledAt ?? run.closedAt) : run.closedAt,
        meaning: 'plain',
        lines: [],
      },
      title: texts[language].ended(outcomeWords(outcome)[language]),
    },
  ];
}

const texts = {
  en: {
    entered: 'Entered',
    key: (key: string) => `key ${key}`,
    rehearsed: 'rehearsal: with a clock that you can put forward',
    visit: (number: number) => `visit ${number}`,
    goesOn: (title: string) => `goes on to ${title}`,
    until: (when: string) => `until ${when}`,
    lastly: (title: string) => `then ${title}`,
    waiting: 'Waiting',
    awaiting: (word: string) => `Waiting: ${word}`,
    parked: 'Held back before sending',
    held: 'Meta holds it back for now',
    reconciling: 'Finding out whether it was sent',
    unknown: 'the workflow engine does not answer just now',
    ended: (outcome: string) => `Ended: ${outcome}`,
  },
  ko: {
    entered: '들어옴',
    key: (key: string) => `키 ${key}`,
    rehearsed: '리허설: 시계를 앞으로 돌릴 수 있음',
    visit: (number: number) => `${number}번째`,
    goesOn: (title: string) => `다음: ${title}`,
    until: (when: string) => `${when}까지`,
    lastly: (title: string) => `그 뒤: ${title}`,
    waiting: '기다리는 중',
    awaiting: (word: string) => `기다리는 중: ${word}`,
    parked: '보내기 전에 멈춤',
    held: '메타가 잠시 보류함',
    reconciling: '발송 여부를 확인하는 중',
    unknown: '지금은 워크플로 엔진이 응답하지 않음',
    ended: (outcome: string) => `끝남: ${outcome}`,
  },
} as const satisfies { readonly [L in Language]: object };
