// Writes a list of actions down as a journey test: the script that does the same, each step at its own time, and what
// comes of it once it is played to its end. Pure.

import { type JourneyTestCase, journeyTestNow } from './journey-test.ts';
import { type PlayedAction, playActions, type SimulationRequest } from './play-actions.ts';
import { samplePerson } from './play-script.ts';
import { playWorld } from './play-world.ts';
import type { Script, ScriptStep } from './script.ts';
import type { WorldAction } from './simulation.ts';
import { maxTurns } from './simulation-bound.ts';
import { createSimulator } from './simulator.ts';
import { toJourneyTest } from './to-journey-test.ts';
import { toPath } from './trace.ts';
import type { SimulatorInput } from './workings.ts';

/**
 * A test that passes as long as the journey goes the same way. Actions that met nothing are left out, and answers that no
 * message came for; after the last one the run goes on by itself. Undefined where the person may not enter.
 *
 * @param name of the test; the way that the run takes where empty
 * @throws CompileError where the definition doesn't fit the node types: check it first; SimulationTooLongError where the
 * run does more than `maxTurns` things until its end
 */
export function toJourneyTestCase(
  name: string,
  input: SimulatorInput,
  request: SimulationRequest,
): JourneyTestCase | undefined {
  const simulator = createSimulator({ ...input, options: { maxTurns, ...input.options } });
  const played = playActions(simulator, request);
  if (!played.entered) return undefined;
  const done = toScript(request, played.played, played.simulation.facts.startedAt);
  const tried = playWorld(simulator, done, { now: journeyTestNow });
  if (!tried.entered) return undefined;
  const script = { ...done, world: dropSteps(done.world, tried.leftover) };
  const whole = playWorld(simulator, script, { now: journeyTestNow });
  if (!whole.entered) return undefined;
  const way = toPath(whole.simulation.steps).join(', ').slice(0, 200);
  return toJourneyTest(name.trim() || way || 'enters', script, whole.simulation);
}

function toScript(
  { person = samplePerson, event, key }: SimulationRequest,
  played: readonly PlayedAction[],
  startedAt: number,
) {
  return {
    person,
    start: new Date(startedAt).toISOString(),
    ...(event === undefined ? {} : { event }),
    ...(key === undefined ? {} : { key }),
    world: played.flatMap(toStep),
  } satisfies Script;
}

/** Time that only passed is in the time of what came next. */
function toStep({ action, at, met, leads }: PlayedAction): readonly ScriptStep[] {
  if (!met || 'next' in action) return [];
  return [leads ? action : { at: new Date(at).toISOString(), ...action }];
}

/** Without the steps that met nothing: of those that are alike the last ones. */
function dropSteps(world: readonly ScriptStep[], leftover: readonly WorldAction[]): ScriptStep[] {
  const kept = [...world];
  for (const action of leftover) {
    const index = kept.findLastIndex(({ at: _at, ...step }) => toKey(step) === toKey(action));
    if (index !== -1) kept.splice(index, 1);
  }
  return kept;
}

/** A code may be a number or its digits. */
function toKey(action: WorldAction): string {
  return JSON.stringify(action, (_name, value) => (typeof value === 'number' ? String(value) : value));
}
