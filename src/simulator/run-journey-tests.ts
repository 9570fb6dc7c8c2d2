// Runs a journey test: `runJourneyTests({ definition, nodeTypes, surroundings, tests })`. Each test is a script that is
// played and compared; together they cover edges and outcomes. Pure: files are read by the caller.

import { type Coverage, type CoverageInput, createCoverageMeter } from './coverage.ts';
import { compare, type Difference } from './expectation.ts';
import { type JourneyTestCase, journeyTestNow } from './journey-test.ts';
import type { Played } from './play-script.ts';
import { playWorld } from './play-world.ts';
import { createSimulator } from './simulator.ts';

export interface JourneyTestsInput extends CoverageInput {
  readonly tests: readonly JourneyTestCase[];
}

export interface JourneyTestResult {
  readonly name: string;
  readonly passed: boolean;
  readonly differences: readonly Difference[];
  /** With the trace, to show how it came to that. */
  readonly played: Played;
}

export interface JourneyTestsReport {
  readonly passed: boolean;
  readonly results: readonly JourneyTestResult[];
  readonly coverage: Coverage;
}

/** @throws CompileError where the definition doesn't fit the node types: check it first */
export function runJourneyTests({ tests, ...input }: JourneyTestsInput): JourneyTestsReport {
  const simulator = createSimulator(input);
  const meter = createCoverageMeter(input);
  const results = tests.map(({ name, expect, ...script }): JourneyTestResult => {
    const played = playWorld(simulator, script, { now: journeyTestNow });
    if (played.entered) meter.add(played.simulation.steps);
    const differences = compare(expect, played);
    return { name, passed: differences.length === 0, differences, played };
  });
  return { passed: results.every(({ passed }) => passed), results, coverage: meter.result() };
}
