// Bench `compile`: from a journey's text to its chart (parse, check, compile) at several sizes, next to XState's bare
// `createMachine` of the same chart in the same process. The exponent says how time grows with size: 1 is linear. The
// built JavaScript is measured: what users run.

import { createMachine } from 'xstate';
import type { Chart } from '../../src/machine/chart.ts';
import { type Built, buildAndLoad } from './built.ts';
import { writeLargeJourney } from './large-journey.ts';
import type { Measured } from './measured.ts';
import { median } from './median.ts';

const sizes = [500, 1_000, 5_000] as const;
/** In blocks that take turns: both meet the same machine, busy or not, and neither pays for the other's garbage. */
const blocks = 5;
const warmUps = 5;
const rounds = 12;

/** A journey that does not compile would make the comparison void. */
class BenchError extends Error {
  override readonly name = 'BenchError';
  readonly code = 'BENCH_INVALID';
}

interface Timed {
  readonly oursMs: number;
  readonly bareMs: number;
}

export async function measureCompile(): Promise<Measured> {
  const built = await buildAndLoad();
  const [small, thousand, largest] = sizes.map((size) => measureSize(size, built)) as [Timed, Timed, Timed];
  return {
    bench: 'compile',
    figures: {
      p50Ms500: small.oursMs,
      p50Ms1000: thousand.oursMs,
      p50Ms5000: largest.oursMs,
      createMachineMs1000: thousand.bareMs,
      exponent: Math.log(largest.oursMs / thousand.oursMs) / Math.log(5),
    },
    ratios: { toCreateMachine: thousand.oursMs / thousand.bareMs },
  };
}

function measureSize(size: number, built: Built): Timed {
  const text = writeLargeJourney(size);
  const compile = () => compileText(text, size, built);
  const chart = compile();
  const bare = () => createMachine(chart as Parameters<typeof createMachine>[0] & Chart);
  const times = { ours: [] as number[], bare: [] as number[] };
  for (let block = 0; block < blocks; block += 1) {
    times.ours.push(...timesMs(compile));
    times.bare.push(...timesMs(bare));
  }
  return { oursMs: median(times.ours), bareMs: median(times.bare) };
}

function compileText(text: string, nodeLimit: number, { parse, check, compile, catalogue }: Built): Chart {
  const { document } = parse(text, { sizeLimitBytes: text.length });
  const { definition, resolved = new Map(), issues } = check(document, catalogue, { nodeLimit });
  if (definition === undefined || issues.length > 0) {
    throw new BenchError(`The journey has issues: ${issues[0]?.code}.`);
  }
  return compile(definition, catalogue, { resolved });
}

function timesMs(work: () => unknown): number[] {
  for (let round = 0; round < warmUps; round += 1) work();
  return Array.from({ length: rounds }, () => {
    const before = performance.now();
    work();
    return performance.now() - before;
  });
}
