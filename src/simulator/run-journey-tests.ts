// Runs a journey test: `runJourneyTests({ definition, nodeTypes, surroundings, tests })`. Each test is a script that is
// played and compared; together they cover edges and outcomes. Pure: files are read by the caller.

import { type Coverage, type CoverageInput, createCoverageMeter } from './coverage.ts';
import { compare, type Difference } from './expectation.ts';
import { type JourneyTestCase, journeyTestNow } from './journey-test.ts';
import type { Played } from './play-script.ts';
import { playWorld } from './play-world.ts';
import type { Script } from './script.ts';
import { maxTurnsToEnd, type SimulationStop, SimulationTooLongError } from './simulation-bound.ts';
import { createSimulator, type Simulator } from './simulator.ts';
import type { SimulatorInput } from './workings.ts';

export interface JourneyTestsInput extends CoverageInput, Pick<SimulatorInput, 'options'> {
  readonly tests: readonly JourneyTestCase[];
}

export interface JourneyTestResult {
  readonly name: string;
  readonly passed: boolean;
  readonly differences: readonly Difference[];
  /** With the trace, to show how it came to that; absent where it was stopped, for doing more than `maxTurnsToEnd`. */
  readonly played?: Played;
}

export interface JourneyTestsReport {
  readonly passed: boolean;
  readonly results: readonly JourneyTestResult[];
  readonly coverage: Coverage;
}

/** @throws CompileError where the definition doesn't fit the node types: check it first */
export function runJourneyTests({ tests, ...input }: JourneyTestsInput): JourneyTestsReport {
  const simulator = createSimulator({ ...input, options: { maxTurns: maxTurnsToEnd, ...input.options } });
  const meter = createCoverageMeter(input);
  const results = tests.map(({ name, expect, ...script }): JourneyTestResult => {
    const played = playToEnd(simulator, script);
    if ('stop' in played) {
      const { limit, loop } = played.stop;
      return { name, passed: false, differences: [{ kind: 'too-long', limit, loop }] };
    }
    if (played.entered) meter.add(played.simulation.steps);
    const differences = compare(expect, played);
    return { name, passed: differences.length === 0, differences, played };
  });
  return { passed: results.every(({ passed }) => passed), results, coverage: meter.result() };
}

function playToEnd(simulator: Simulator, script: Script): Played | { readonly stop: SimulationStop } {
  try {
    return playWorld(simulator, script, { now: journeyTestNow });
  } catch (error) {
    if (error instanceof SimulationTooLongError) return { stop: error.stop };
    throw error;
  }
}
