// Plays a script to the end of a run, or until the run would wait forever: `playScript(simulator, script, { now })`.
// Pure; the trace, the steps and the ledger are in the simulation that comes back.

import { findNext } from '../journey/calendar.ts';
import { toAnswer } from './act.ts';
import { hasLeft, type PreparedAnswer } from './facts.ts';
import { planMove, type RunPlace, type ScriptPlan, takeLeadingAnswers } from './plan-script.ts';
import { type Script, type ScriptStep, type SimulatedPerson, simulatedPersonSchema } from './script.ts';
import type { Simulation, WorldAction } from './simulation.ts';
import type { BeginInput, Begun, Simulator } from './simulator.ts';

export type Played =
  | {
      readonly entered: true;
      readonly simulation: Simulation;
      /** Steps that met nothing: no such message, or the run was over before. */
      readonly leftover: readonly WorldAction[];
    }
  | Extract<Begun, { readonly entered: false }>;

export interface PlayOptions extends Pick<BeginInput, 'runId' | 'ignoreCondition' | 'places' | 'chance'> {
  /** What the coming Monday is reckoned from where the script says no start, epoch milliseconds. */
  readonly now: number;
}

/** Who a script is about where it names nobody: reachable on every channel, has agreed to all of them. */
export const samplePerson: SimulatedPerson = simulatedPersonSchema.parse({
  id: 'sample',
  phone: '+821000000000',
  email: 'sample@example.com',
  locale: 'ko',
});

/** When a script's run starts, epoch milliseconds: the coming Monday at ten where it doesn't say. */
export function startOf({ start, person = samplePerson }: Script, now: number): number {
  if (start !== undefined) return Date.parse(start);
  return findNext(now, { at: '10:00', weekdays: ['monday'], timeZone: person.timeZone });
}

/** A script that has begun: the run with what it was entered by, and the steps that are still to come. */
export interface BegunScript {
  readonly begun: Begun;
  readonly plan: ScriptPlan;
}

export function beginScript(simulator: Simulator, script: Script, options: PlayOptions): BegunScript {
  const { person = samplePerson, event, key, world } = script;
  const { now, ...given } = options;
  const startedAt = startOf(script, now);
  const steps = Array.isArray(world) ? world : [];
  const { answers, plan } = takeLeadingAnswers({ startedAt, timeZone: person.timeZone, steps });
  const begun = simulator.begin({
    ...given,
    person,
    at: startedAt,
    answers: answers.flatMap((answer) => toAnswer(answer) ?? []),
    ...(event === undefined ? {} : { event }),
    ...(key === undefined ? {} : { key }),
  });
  return { begun, plan };
}

/** Plays a script's steps; a world of chance has none, `playWorld` plays both. */
export function playScript(simulator: Simulator, script: Script, options: PlayOptions): Played {
  return play(simulator, beginScript(simulator, script, options));
}

/** Plays steps from where a simulation is. */
export function play(simulator: Simulator, { begun, plan: steps }: BegunScript): Played {
  if (!begun.entered) return begun;
  let { simulation } = begun;
  let plan = steps;
  const leftover: WorldAction[] = [];
  for (;;) {
    const move = planMove(plan, placeOf(simulation));
    if (move.do === 'end') break;
    if (move.do === 'wait') {
      simulation = simulator.advance(simulation, move.until - simulation.now);
      continue;
    }
    plan = move.plan;
    for (const action of move.actions) {
      const next = simulator.act(simulation, action);
      if (next === simulation) leftover.push(action);
      simulation = next;
    }
  }
  const unmet = simulation.facts.answers.map(toAction);
  return { entered: true, simulation, leftover: [...leftover, ...unmet, ...plan.steps.map(withoutTime)] };
}

/** Where a simulated run is, for the plan of a script. */
export function placeOf({ now, ended, rest, facts }: Simulation): RunPlace {
  const messages = facts.sends.filter((send) => send.channel === 'whatsapp' && hasLeft(send));
  return {
    now,
    messages: messages.map(({ node }) => node),
    ...(ended === undefined ? {} : { ended }),
    ...(rest === undefined ? {} : { rest }),
  };
}

/** An answer that waits, as the action that prepared it. */
export function toAction(answer: PreparedAnswer): WorldAction {
  switch (answer.kind) {
    case 'refuse':
      return { refuse: answer.code };
    case 'hold':
      return { hold: true };
    case 'respond':
      return { respond: answer.outcome };
    default:
      return { lose: true };
  }
}

function withoutTime({ at: _at, ...action }: ScriptStep): WorldAction {
  return action;
}
