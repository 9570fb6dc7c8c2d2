// One script on the real engine: the person enters a published journey, the world does what the script says, and what
// happened comes back in the simulator's shape. Many rehearsals may share one world.

import { takeLeadingAnswers } from '../../simulator/plan-script.ts';
import type { Script, ScriptStep } from '../../simulator/script.ts';
import type { WorldAction } from '../../simulator/simulation.ts';
import type { TraceEntry } from '../../simulator/trace.ts';
import type { Local } from '../start-local.ts';
import { AnswerQueue, assertPlayable, type Played, playOnStage } from './play-on-stage.ts';
import { type RehearsedTrace, readTrace } from './read-trace.ts';
import { RehearseError } from './rehearse-error.ts';
import { type Actor, Stage, type StageRest } from './stage.ts';

export interface Rehearsed extends RehearsedTrace {
  readonly runId: string;
  readonly outcome: string | null;
}

type Person = NonNullable<Script['person']>;

export interface RehearseOptions {
  readonly journey: string;
  readonly script: Script;
  readonly person: Person;
  /** When the run starts, epoch ms; in the future. */
  readonly startAt: number;
}

/** @throws RehearseError */
export async function rehearseJourney(local: Local, options: RehearseOptions): Promise<Rehearsed> {
  const { journey, script, startAt } = options;
  const steps = stepsOf(script);
  if (startAt <= Date.now()) {
    throw new RehearseError('REHEARSE_CLOCK', {
      en: 'A rehearsal starts in the future: clocks only go forward.',
      ko: '리허설은 미래의 시각에서만 시작할 수 있습니다. 시계는 앞으로만 갑니다.',
    });
  }
  const person = await savePerson(local, options.person);
  const answers = new AnswerQueue();
  const begun = takeLeadingAnswers({ startedAt: startAt, timeZone: options.person.timeZone, steps });
  answers.add(begun.answers);
  const stage = new Stage({ local, person, startAt, answer: answers.next });
  await stage.enter(journey, { event: script.event ?? {}, key: script.key });
  const noted: TraceEntry[] = [];
  await playOnStage({
    ...{ stage, answers, plan: begun.plan },
    onPlay: async (played) => void noted.push(...toEntries(played, await stage.now())),
    onRest: async (rest) => void noted.push(toWaiting(rest, await stage.now())),
  });
  const { runId } = stage;
  const run = await local.api.run(runId);
  const traced = await readTrace(local, runId, { person, noted });
  return { ...traced, runId, outcome: run.outcome };
}

function stepsOf({ world }: Script): readonly ScriptStep[] {
  if (!Array.isArray(world)) {
    throw new RehearseError('REHEARSE_RANDOM', {
      en: 'Give the script as a list of steps: chance is for the simulator.',
      ko: '스크립트를 단계 목록으로 작성하세요. 무작위는 시뮬레이터에서만 쓸 수 있습니다.',
    });
  }
  assertPlayable(world);
  return world;
}

async function savePerson(local: Local, person: Person): Promise<Actor> {
  const { id: externalId, phone, email, locale, timeZone, attributes, consents } = person;
  const given = consents ?? (['whatsapp', 'sms', 'email'] as const).map(toOptIn);
  const saved = await local.api.savePerson({
    ...{ externalId, timeZone, attributes },
    ...(phone === undefined ? {} : { phone }),
    ...(email === undefined ? {} : { email }),
    ...(locale === undefined ? {} : { locale }),
    consents: given.map((consent) => ({ ...consent, source: 'rehearsal' })),
  });
  const { phone: stored } = await local.api.person(externalId);
  return { id: saved.id, externalId, phone: stored ?? undefined, email };
}

function toOptIn(channel: 'whatsapp' | 'sms' | 'email') {
  return { channel, topic: '', state: 'in' } as const;
}

/** Evidence bears the moment it was played: Meta's own times are whole seconds. */
function toEntries({ action: step, about }: Played, at: number): TraceEntry[] {
  const evidence = about === undefined ? undefined : wordOf(step);
  return [
    ...('event' in step ? [{ at, kind: 'heard', what: 'event', name: step.event } as const] : []),
    ...('inbound' in step ? [{ at, kind: 'heard', what: 'inbound', name: step.inbound } as const] : []),
    ...('reply' in step ? [{ at, kind: 'heard', what: 'inbound', name: step.reply } as const] : []),
    ...('tap' in step ? [{ at, kind: 'heard', what: 'tap', name: step.tap } as const] : []),
    ...('exit' in step ? [{ at, kind: 'heard', what: 'exit', name: step.exit } as const] : []),
    ...(about === undefined || evidence === undefined
      ? []
      : [{ at, kind: 'evidence', node: about.node, send: about.send, ...evidence } as const]),
  ];
}

function wordOf(step: WorldAction): { readonly word: string; readonly code?: string } | undefined {
  if ('deliver' in step) return { word: 'delivered' };
  if ('read' in step) return { word: 'read' };
  if ('fail' in step) return { word: 'failed', code: String(step.fail) };
  return 'reply' in step || 'inbound' in step ? { word: 'replied' } : undefined;
}

/** The words of the search attribute `Waiting`. */
const waitingWords: { readonly [state: string]: string } = {
  awaiting: 'evidence',
  held: 'release',
  parked: 'gate',
  reconciling: 'proof',
  waiting: 'time',
};

function toWaiting({ node, state, due }: StageRest, at: number): TraceEntry {
  const until = due === undefined ? {} : { due };
  return { at, kind: 'waiting', node, waiting: waitingWords[state] ?? state, ...until };
}
