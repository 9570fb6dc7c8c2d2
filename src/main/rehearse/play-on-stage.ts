// Plays a script on the real engine, step by step, with the meaning that `src/simulator/script.ts` gives it: answers meet
// the next message that is posted, evidence comes as soon as a message awaits some, everything else happens as soon as
// the run rests. When the script is over, the run goes on by its own timers.

import type { Channel } from '../../messaging/message.ts';
import type { ScriptStep } from '../../simulator/script.ts';
import type { PostedMessage } from './posted-messages.ts';
import { RehearseError } from './rehearse-error.ts';
import type { ProviderAnswer, Stage, StageRest } from './stage.ts';

/** Inside states in which evidence about a message is awaited. */
const awaitingStates = new Set(['awaiting', 'held', 'reconciling']);

/** Rests in a row without an end: the journey goes in circles that the script never leaves. */
const maxRests = 2_000;

/** Decides what providers answer: the script's next step, where it is an answer whose time has come. */
export class ScriptCursor {
  readonly #steps: readonly ScriptStep[];
  #index = 0;
  #isDue = false;

  constructor(steps: readonly ScriptStep[]) {
    this.#steps = steps;
  }

  get step(): ScriptStep | undefined {
    return this.#steps[this.#index];
  }

  /** The time that the step names has come. */
  markDue(): void {
    this.#isDue = true;
  }

  next(): void {
    this.#index += 1;
    this.#isDue = false;
  }

  /** What the provider says to the message that is posted now. */
  readonly answer = (_channel: Channel): ProviderAnswer => {
    const { step } = this;
    if (step === undefined || !isAnswer(step) || (step.at !== undefined && !this.#isDue)) return 'accept';
    this.next();
    if ('refuse' in step) return { refuse: step.refuse };
    return 'hold' in step ? 'hold' : 'lose';
  };
}

/** A step that happens now, and the message that it is about. */
export interface Played {
  readonly step: ScriptStep;
  readonly about?: PostedMessage;
}

export interface Performance {
  readonly stage: Stage;
  readonly cursor: ScriptCursor;
  readonly startAt: number;
  /** Where a time of the script stands on the run's clock. */
  readonly instantOf: (at: string) => number;
  readonly durationMs: (duration: string, from: number) => number;
  /** Told of everything that is played, and of each rest. */
  readonly onPlay: (played: Played) => Promise<void>;
  readonly onRest: (rest: StageRest) => Promise<void>;
}

/** @throws RehearseError where a step can't happen on the real engine, or nothing will ever happen again */
export async function playOnStage(performance: Performance): Promise<void> {
  const { stage, cursor, onRest } = performance;
  let clock = performance.startAt;
  for (let rests = 0; ; rests += 1) {
    const rest = await stage.rest();
    if (rest === undefined) return;
    await onRest(rest);
    if (rests > maxRests) throw new RehearseError('REHEARSE_STUCK', 'The run goes in circles.');
    const { step } = cursor;
    if (step?.at !== undefined) {
      clock = Math.max(clock, performance.instantOf(step.at));
      await stage.advanceTo(clock);
      cursor.markDue();
      if ((await stage.rest()) === undefined) return;
      if (isAnswer(step) && cursor.step === step) {
        if (!(await stage.advanceToDue())) return;
        continue;
      }
    }
    if (step === undefined || isAnswer(step) || !(await canPlay(step, { stage, at: step.at }))) {
      if (!(await stage.advanceToDue())) return;
      continue;
    }
    clock = await play(step, performance, clock);
  }
}

async function canPlay(
  step: ScriptStep,
  { stage, at }: { readonly stage: Stage; readonly at: string | undefined },
): Promise<boolean> {
  if (!isEvidence(step) || at !== undefined) return true;
  const rest = await stage.rest();
  return rest !== undefined && awaitingStates.has(rest.state);
}

async function play(step: ScriptStep, performance: Performance, clock: number): Promise<number> {
  const { stage, cursor, onPlay, durationMs } = performance;
  cursor.next();
  if ('advance' in step) {
    const until = Math.max(clock, performance.startAt) + durationMs(step.advance, clock);
    await stage.advanceTo(until);
    return until;
  }
  const about = await findMessage(stage, aboutOf(step));
  await onPlay({ step, ...(about === undefined ? {} : { about }) });
  await perform(step, stage, about);
  return clock;
}

/** SMS and e-mail give no evidence after their answer: what a step says of them changes nothing. */
async function perform(step: ScriptStep, stage: Stage, about: PostedMessage | undefined): Promise<void> {
  const wamid = about?.wamid;
  if ('deliver' in step) return stage.report(wamid, 'delivered');
  if ('read' in step) return stage.report(wamid, 'read');
  if ('fail' in step) return stage.report(wamid, 'failed', Number(step.fail));
  if ('reply' in step) return stage.write(step.reply, wamid);
  if ('inbound' in step) return stage.write(step.inbound);
  if ('event' in step) return stage.tell(step);
  if ('exit' in step) return stage.exit(step.exit);
  if ('click' in step) {
    throw new RehearseError('REHEARSE_STEP', 'Clicks reach the real engine by no webhook yet.');
  }
}

/** The newest message, or the newest of a node. */
function aboutOf(step: ScriptStep): true | string {
  if ('deliver' in step) return step.deliver;
  if ('read' in step) return step.read;
  return 'fail' in step ? (step.message ?? true) : true;
}

async function findMessage(stage: Stage, about: true | string): Promise<PostedMessage | undefined> {
  const messages = await stage.messages();
  return messages.findLast(({ node }) => about === true || node === about);
}

function isAnswer(
  step: ScriptStep,
): step is Extract<ScriptStep, { refuse: unknown } | { hold: true } | { lose: true }> {
  return 'refuse' in step || 'hold' in step || 'lose' in step;
}

function isEvidence(step: ScriptStep): boolean {
  return ['deliver', 'read', 'click', 'fail', 'silence', 'reply'].some((name) => name in step);
}
