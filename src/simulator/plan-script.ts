// The order in which a script's steps happen: what is next, given where a run rests. One law for both hosts: the
// simulator and the rehearsal on the real engine ask it after each move. Pure.

import { addDuration, findDuration } from '../journey/duration.ts';
import type { ScriptStep } from './script.ts';
import type { Rest, WorldAction } from './simulation.ts';

/** Steps that are still to come. */
export interface ScriptPlan {
  readonly startedAt: number;
  readonly timeZone: string;
  readonly steps: readonly ScriptStep[];
}

/** Where a run is. */
export interface RunPlace {
  readonly now: number;
  readonly ended?: string;
  readonly rest?: Rest;
  /** Nodes whose WhatsApp message has left, oldest first. */
  readonly messages: readonly string[];
}

export type Move =
  /**
   * Do it now. `actions`: the same with the answers that follow it, in their order: those for the messages that it leads to
   * have to be there before; an answer itself comes before those that follow.
   */
  | {
      readonly do: 'act';
      readonly action: WorldAction;
      readonly actions: readonly WorldAction[];
      readonly plan: ScriptPlan;
    }
  /** Let time pass until then. */
  | { readonly do: 'wait'; readonly until: number }
  /** Nothing more will happen. */
  | { readonly do: 'end' };

/** What the provider answers to the messages before the first other step: they have to be there when a run begins. */
export function takeLeadingAnswers(plan: ScriptPlan): {
  readonly answers: readonly WorldAction[];
  readonly plan: ScriptPlan;
} {
  const end = plan.steps.findIndex((step) => step.at !== undefined || !isAnswer(step));
  const count = end === -1 ? plan.steps.length : end;
  return {
    answers: plan.steps.slice(0, count).map(toAction),
    plan: { ...plan, steps: plan.steps.slice(count) },
  };
}

/**
 * What is to be done next. Steps happen in the order of the script: one with a time no earlier than that, evidence when
 * a message awaits it, everything else as soon as the run rests. After the last one the run goes on by itself.
 */
export function planMove(plan: ScriptPlan, place: RunPlace): Move {
  const [step, ...later] = plan.steps;
  const due = place.rest?.due;
  const goOn: Move = due === undefined ? { do: 'end' } : { do: 'wait', until: Math.max(due, place.now) };
  if (step === undefined) return goOn;
  const act = toAct(step, { ...plan, steps: later });
  if (step.at !== undefined) {
    const at = toInstant(step.at, plan);
    if (at <= place.now) return act;
    return place.ended === undefined || isAboutMessage(step) ? { do: 'wait', until: at } : { do: 'end' };
  }
  if (isReady(step, place)) return act;
  return goOn;
}

function toAct(step: ScriptStep, after: ScriptPlan): Move {
  const action = toAction(step);
  const { answers, plan } = takeLeadingAnswers(after);
  return { do: 'act', action, actions: isAnswer(step) ? [action, ...answers] : [...answers, action], plan };
}

function isReady(step: ScriptStep, { rest, ended, messages }: RunPlace): boolean {
  if ('reply' in step) return messages.length > 0;
  if ('tap' in step) return isThere(step.message ?? true, messages);
  const name = messageOf(step);
  if (typeof name === 'string') return messages.includes(name) && !('silence' in step);
  if (name === true) return rest?.message !== undefined;
  return ended === undefined;
}

function isThere(name: string | true, messages: readonly string[]): boolean {
  return name === true ? messages.length > 0 : messages.includes(name);
}

/** The message that a step is about, where it is about one. */
function messageOf(step: ScriptStep): string | true | undefined {
  if ('deliver' in step) return step.deliver;
  if ('read' in step) return step.read;
  if ('click' in step) return step.click;
  if ('fail' in step) return step.message ?? true;
  return 'silence' in step ? true : undefined;
}

function isAboutMessage(step: ScriptStep): boolean {
  return 'reply' in step || 'tap' in step || messageOf(step) !== undefined;
}

function isAnswer(step: ScriptStep): boolean {
  return 'refuse' in step || 'hold' in step || 'lose' in step || 'respond' in step;
}

function toInstant(at: string, { startedAt, timeZone }: ScriptPlan): number {
  return findDuration(at) === undefined ? Date.parse(at) : addDuration(startedAt, at, timeZone);
}

function toAction(step: ScriptStep): WorldAction {
  const { at: _at, ...action } = step;
  return action;
}
