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
const warmUps = 10;
const rounds = 60;

/** A journey that does not compile would make the comparison void. */
class BenchError extends Error {
  override readonly name = 'BenchError';
  readonly code = 'BENCH_INVALID';
}

export async function measureCompile(): Promise<Measured> {
  const built = await buildAndLoad();
  const texts = sizes.map((size) => ({ size, text: writeLargeJourney(size) }));
  const [small, thousand, largest] = texts.map(({ size, text }) =>
    p50Ms(() => compileText(text, size, built)),
  ) as [number, number, number];
  // Afterwards, so that ours does not pay for the other's garbage.
  const chart = compileText(writeLargeJourney(1_000), 1_000, built);
  const bareMs = p50Ms(() => createMachine(chart as Parameters<typeof createMachine>[0] & Chart));
  return {
    bench: 'compile',
    figures: {
      p50Ms500: small,
      p50Ms1000: thousand,
      p50Ms5000: largest,
      createMachineMs1000: bareMs,
      exponent: Math.log(largest / thousand) / Math.log(5),
    },
    ratios: { toCreateMachine: thousand / bareMs },
  };
}

function compileText(text: string, nodeLimit: number, { parse, check, compile, catalogue }: Built): Chart {
  const { document } = parse(text);
  const { definition, resolved = new Map(), issues } = check(document, catalogue, { nodeLimit });
  if (definition === undefined || issues.length > 0) {
    throw new BenchError(`The journey has issues: ${issues[0]?.code}.`);
  }
  return compile(definition, catalogue, { resolved });
}

function p50Ms(work: () => unknown): number {
  for (let round = 0; round < warmUps; round += 1) work();
  const times = Array.from({ length: rounds }, () => {
    const before = performance.now();
    work();
    return performance.now() - before;
  });
  return median(times);
}
