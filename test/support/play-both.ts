// A case of chance in the simulator and on the real engine, and where the two part.

import { nodeTypes } from '../../activities/nodes/index.ts';
import { type Rehearsed, rehearseJourney } from '../../src/main/rehearse/rehearse-journey.ts';
import { compareSteps, type StepDifference, toStepText } from '../../src/simulator/compare-traces.ts';
import { playScript } from '../../src/simulator/play-script.ts';
import { type Script, scriptSchema } from '../../src/simulator/script.ts';
import { createSimulator } from '../../src/simulator/simulator.ts';
import type { TracedStep } from '../../src/simulator/trace.ts';
import type { RandomCase } from './random-journeys.ts';
import type { World } from './world.ts';

export interface PlayedBoth {
  readonly seed: number;
  readonly differences: readonly StepDifference[];
  readonly simulated: readonly TracedStep[];
  readonly rehearsed: Rehearsed;
}

/** Publishes the journeys, those that are awaited first, then plays the script twice. */
export async function playBoth(
  world: World,
  { seed, journey, called, script }: RandomCase,
): Promise<PlayedBoth> {
  for (const definition of [...called, journey]) await world.publish(definition);
  const parsed = scriptSchema.parse(script);
  const simulated = simulate({ journey, called }, parsed);
  const person = parsed.person as NonNullable<Script['person']>;
  const startAt = Date.parse(parsed.start as string);
  const rehearsed = await rehearseJourney(world.local, {
    journey: journey.id,
    script: parsed,
    person,
    startAt,
  });
  return { seed, differences: compareSteps(simulated, rehearsed.steps), simulated, rehearsed };
}

function simulate(
  { journey, called }: Pick<RandomCase, 'journey' | 'called'>,
  script: Script,
): readonly TracedStep[] {
  const journeys = new Map(called.map((definition) => [definition.id, definition]));
  const simulator = createSimulator({ definition: journey, nodeTypes, surroundings: { journeys } });
  const played = playScript(simulator, script, { now: Date.now(), ignoreCondition: true });
  return played.entered ? played.simulation.steps : [];
}

/** A case as somebody reads it who has to find the mistake. */
export function toReport({ seed, simulated, rehearsed }: PlayedBoth): string {
  const path = (steps: readonly TracedStep[]) => steps.map(toStepText).join('\n    ');
  return `seed ${seed}\n  simulator:\n    ${path(simulated)}\n  engine (${rehearsed.runId}):\n    ${path(rehearsed.steps)}`;
}
