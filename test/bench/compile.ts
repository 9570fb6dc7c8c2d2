// Bench `compile`: from a journey's text to its chart (parse, check, compile) at several sizes, next to XState's bare
// `createMachine` of the same chart in the same process. The exponent says how time grows with size: 1 is linear.

import { createMachine } from 'xstate';
import { catalogue } from '../../activities/nodes/index.ts';
import { validateJourney } from '../../src/journey/validate.ts';
import type { Chart } from '../../src/machine/chart.ts';
import { writeLargeJourney } from './large-journey.ts';
import type { Measured } from './measured.ts';
import { median } from './median.ts';

const sizes = [500, 1_000, 5_000] as const;
const warmUps = 10;
const rounds = 40;

/** A journey that does not compile would make the comparison void. */
class BenchError extends Error {
  override readonly name = 'BenchError';
  readonly code = 'BENCH_INVALID';
}

export async function measureCompile(): Promise<Measured> {
  const ours = new Map(sizes.map((size) => [size, measureSize(size)]));
  const at = (size: (typeof sizes)[number]) => ours.get(size) ?? { oursMs: 0, bareMs: 0 };
  const thousand = at(1_000);
  const largest = at(5_000);
  return {
    bench: 'compile',
    figures: {
      p50Ms500: at(500).oursMs,
      p50Ms1000: thousand.oursMs,
      p50Ms5000: largest.oursMs,
      createMachineMs1000: thousand.bareMs,
      exponent: Math.log(largest.oursMs / thousand.oursMs) / Math.log(5),
    },
    ratios: { toCreateMachine: thousand.oursMs / thousand.bareMs },
  };
}

/** Ours and the bare machine in turns, so that both meet the same machine, warm or busy. */
function measureSize(size: number): { readonly oursMs: number; readonly bareMs: number } {
  const text = writeLargeJourney(size);
  const compile = () => validateJourney(text, catalogue, { nodeLimit: size });
  const { chart, issues } = compile();
  if (chart === undefined) throw new BenchError(`The journey has issues: ${issues[0]?.code}.`);
  const bare = () => createMachine(chart as Parameters<typeof createMachine>[0] & Chart);
  const times = { ours: [] as number[], bare: [] as number[] };
  for (let round = 0; round < warmUps + rounds; round += 1) {
    const oursMs = timeMs(compile);
    const bareMs = timeMs(bare);
    if (round < warmUps) continue;
    times.ours.push(oursMs);
    times.bare.push(bareMs);
  }
  return { oursMs: median(times.ours), bareMs: median(times.bare) };
}

function timeMs(work: () => unknown): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}
