// Plays a script on the real engine. What comes next is decided by the same plan that the simulator goes by
// (`src/simulator/plan-script.ts`); here it is carried out: webhooks, events, and time that passes for one person.

import { addDuration } from '../../journey/duration.ts';
import { type Move, planMove, type RunPlace, type ScriptPlan } from '../../simulator/plan-script.ts';
import type { ScriptStep } from '../../simulator/script.ts';
import type { WorldAction } from '../../simulator/simulation.ts';
import type { PostedMessage } from './posted-messages.ts';
import { RehearseError } from './rehearse-error.ts';
import type { ProviderAnswer, Stage, StageRest } from './stage.ts';

/** Moves without an end: the journey goes in circles that the script never leaves. */
const maxMoves = 5_000;

/** Answers that the next messages will get, whatever their channel, first one first. */
export class AnswerQueue {
  readonly #answers: ProviderAnswer[] = [];

  add(actions: readonly WorldAction[]): void {
    for (const action of actions) {
      if ('refuse' in action) this.#answers.push({ refuse: action.refuse });
      else if ('hold' in action) this.#answers.push('hold');
      else if ('lose' in action) this.#answers.push('lose');
    }
  }

  readonly next = (): ProviderAnswer => this.#answers.shift() ?? 'accept';
}

/** A step that happens now, and the message that it is about. */
export interface Played {
  readonly action: WorldAction;
  readonly about?: PostedMessage;
}

export interface Performance {
  readonly stage: Stage;
  readonly answers: AnswerQueue;
  /** Without its leading answers, which are in the queue already. */
  readonly plan: ScriptPlan;
  /** Told of everything that is played, and of each rest. */
  readonly onPlay: (played: Played) => Promise<void>;
  readonly onRest: (rest: StageRest) => Promise<void>;
}

/** @throws RehearseError where a step can't happen on the real engine, or the run never ends */
export async function playOnStage(performance: Performance): Promise<void> {
  const { stage } = performance;
  let { plan } = performance;
  // The script's own time: the run's clock is ahead of it by what the machine takes.
  let clock = plan.startedAt;
  for (let moves = 0; moves < maxMoves; moves += 1) {
    const place = await placeOf(performance, clock);
    const move = planMove(plan, place);
    if (move.do === 'end') return;
    if (move.do === 'wait') {
      await stage.advanceTo(move.until);
      clock = Math.max(clock, move.until);
      continue;
    }
    plan = await act(performance, move, place);
    if ('advance' in move.action) clock = addDuration(clock, move.action.advance, plan.timeZone);
  }
  throw new RehearseError('REHEARSE_STUCK', {
    en: 'The run goes in circles.',
    ko: '실행이 제자리를 맴돕니다.',
  });
}

/** Inside states in which evidence about the message moves the run on. */
const evidenceStates: ReadonlySet<string> = new Set(['awaiting', 'held', 'reconciling']);

async function placeOf({ stage, onRest }: Performance, now: number): Promise<RunPlace> {
  const [rest, messages] = await Promise.all([stage.rest(), stage.messages()]);
  if (rest !== undefined) await onRest(rest);
  const nodes = messages.map(({ node }) => node);
  if (rest === undefined) return { now, messages: nodes, ended: 'over' };
  const { node, visit, state, due } = rest;
  const message = evidenceStates.has(state) ? { message: node } : {};
  const given = { node, visit, waiting: 'time', events: [], ...(due === undefined ? {} : { due }) } as const;
  return { now, messages: nodes, rest: { ...given, ...message } };
}

async function act(
  performance: Performance,
  { action, actions, plan }: Extract<Move, { readonly do: 'act' }>,
  { now, rest }: RunPlace,
): Promise<ScriptPlan> {
  const { stage, answers, onPlay } = performance;
  answers.add(actions);
  const about = (await stage.messages()).findLast(({ node }) => [true, node].includes(aboutOf(action)));
  await onPlay({ action, ...(about === undefined ? {} : { about }) });
  if ('advance' in action) await stage.advanceTo(addDuration(now, action.advance, plan.timeZone));
  else if ('silence' in action) await keepSilent(stage, rest);
  else await perform(action, stage, about);
  return plan;
}

async function perform(action: WorldAction, stage: Stage, about: PostedMessage | undefined): Promise<void> {
  const wamid = about?.wamid;
  if ('deliver' in action) return stage.report(wamid, 'delivered');
  if ('read' in action) return stage.report(wamid, 'read');
  if ('fail' in action) return stage.report(wamid, 'failed', Number(action.fail));
  if ('reply' in action) return wamid === undefined ? undefined : stage.write(action.reply);
  if ('tap' in action) return stage.tap(action.tap, tappedNode(action.message));
  if ('inbound' in action) return stage.write(action.inbound);
  if ('event' in action) return stage.tell(action);
  if ('exit' in action) return stage.exit(action.exit);
}

/** Time passes until the message is waited for no longer. */
async function keepSilent(stage: Stage, awaited: RunPlace['rest']): Promise<void> {
  if (awaited?.message === undefined) return;
  for (;;) {
    const rest = await stage.rest();
    const isAwaited =
      rest?.node === awaited.node && rest.visit === awaited.visit && evidenceStates.has(rest.state);
    if (!isAwaited || rest.due === undefined) return;
    await stage.advanceTo(rest.due);
  }
}

function tappedNode(name: true | string | undefined): string | undefined {
  return name === true ? undefined : name;
}

/** The newest message, or the newest of a node. */
function aboutOf(action: WorldAction): true | string {
  if ('deliver' in action) return action.deliver;
  if ('read' in action) return action.read;
  return 'fail' in action ? (action.message ?? true) : true;
}

/** What no webhook can tell the real engine. */
export function assertPlayable(steps: readonly ScriptStep[]): void {
  for (const step of steps) {
    if ('click' in step) {
      throw new RehearseError('REHEARSE_STEP', {
        en: 'Clicks reach the real engine by no webhook: take "click" out.',
        ko: '클릭은 어떤 웹훅으로도 실제 엔진에 전달되지 않습니다. "click"을 빼세요.',
      });
    }
    if ('respond' in step) {
      throw new RehearseError('REHEARSE_STEP', {
        en: 'The real engine asks the other system itself: take "respond" out.',
        ko: '실제 엔진은 상대 시스템에 직접 요청합니다. "respond"를 빼세요.',
      });
    }
    const code = 'fail' in step ? step.fail : 'refuse' in step ? step.refuse : 0;
    if (!/^(smtp_)?\d+$/.test(String(code))) {
      throw new RehearseError('REHEARSE_STEP', {
        en: `No provider answers with the code "${code}": give its number.`,
        ko: `"${code}" 코드로 응답하는 발송 업체는 없습니다. 숫자 코드를 쓰세요.`,
      });
    }
  }
}
