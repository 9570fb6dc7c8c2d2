// Plays a list of actions from the start of a run and stops where it rests after the last one. Pure.

import { z } from 'zod';
import { toAnswer } from './act.ts';
import type { PreparedAnswer } from './facts.ts';
import { journeyTestNow } from './journey-test.ts';
import { samplePerson, startOf } from './play-script.ts';
import { scriptSchema, stepSchema } from './script.ts';
import type { Simulation, WorldAction } from './simulation.ts';
import { SimulationTooLongError } from './simulation-bound.ts';
import type { Begun, Simulator } from './simulator.ts';

/** `next`: on to the next moment at which the run goes on by itself. */
export type SimulatedAction = WorldAction | { readonly next: true };

/** An action happens now: when it does is said by what stands before it. */
const actionSchema: z.ZodType<SimulatedAction> = z.union([
  z.strictObject({ next: z.literal(true) }),
  stepSchema.refine(({ at }) => at === undefined, { error: 'at', path: ['at'] }),
]);

export const simulationRequestSchema = scriptSchema
  .pick({ person: true, event: true, key: true, start: true })
  .extend({ actions: z.array(actionSchema).max(1_000).default([]) });
export type SimulationRequest = z.infer<typeof simulationRequestSchema>;

/** A list of actions played to where the run rests after the last. */
export type PlayedActions =
  | {
      readonly entered: true;
      readonly played: readonly PlayedAction[];
      readonly simulation: Simulation;
    }
  | Extract<Begun, { readonly entered: false }>;

export interface PlayedAction {
  readonly action: SimulatedAction;
  /** When it was done. */
  readonly at: number;
  /** False where there was nothing to do it to. */
  readonly met: boolean;
  /** It was ready before the run began: an answer to the first message. */
  readonly leads: boolean;
  /** How many lines the trace had before it. */
  readonly line: number;
}

/**
 * Answers of the provider (`refuse`, `hold`, `lose`, `respond`) that stand before anything else are there when the first
 * message is posted.
 *
 * @throws SimulationTooLongError where the simulator has a bound: with the action that went beyond it
 */
export function playActions(simulator: Simulator, request: SimulationRequest): PlayedActions {
  const { person = samplePerson, event, key, actions } = request;
  const at = startOf({ ...request, world: [] }, journeyTestNow);
  const first = countLeadingAnswers(actions);
  const begun = simulator.begin({
    person,
    at,
    answers: actions.slice(0, first).flatMap(toPrepared),
    ...(event === undefined ? {} : { event }),
    ...(key === undefined ? {} : { key }),
  });
  if (!begun.entered) return begun;
  let { simulation } = begun;
  const played: PlayedAction[] = actions
    .slice(0, first)
    .map((action) => ({ action, at, met: true, leads: true, line: 0 }) as const);
  for (const [index, action] of actions.entries()) {
    if (index < first) continue;
    const next = playAction(simulator, simulation, { action, index });
    const { now, trace } = simulation;
    played.push({ action, at: now, met: next !== simulation, leads: false, line: trace.length });
    simulation = next;
  }
  return { entered: true, played, simulation };
}

function playAction(
  simulator: Simulator,
  simulation: Simulation,
  { action, index }: { readonly action: SimulatedAction; readonly index: number },
): Simulation {
  try {
    return 'next' in action ? simulator.advanceToNext(simulation) : simulator.act(simulation, action);
  } catch (error) {
    if (!(error instanceof SimulationTooLongError)) throw error;
    throw new SimulationTooLongError({ ...error.stop, action: index });
  }
}

/** How many answers the provider has ready before the run begins. */
function countLeadingAnswers(actions: readonly SimulatedAction[]): number {
  const end = actions.findIndex((action) => toPrepared(action).length === 0);
  return end === -1 ? actions.length : end;
}

function toPrepared(action: SimulatedAction): readonly PreparedAnswer[] {
  const answer = 'next' in action ? undefined : toAnswer(action);
  return answer === undefined ? [] : [answer];
}
