// Writes what happened in a simulation down as a journey test: into a new file, or as one more test of an old one.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type JourneyTest, journeyTestSchema } from '../../simulator/journey-test.ts';
import type { Script } from '../../simulator/script.ts';
import type { Simulation } from '../../simulator/simulation.ts';
import { toJourneyTest } from '../../simulator/to-journey-test.ts';
import { toPath } from '../../simulator/trace.ts';
import { CliError } from '../cli-error.ts';

export interface Happened {
  /** Path of the journey's file. */
  readonly journey: string;
  readonly script: Script;
  readonly simulation: Simulation;
  /** Default: the way that the run took. */
  readonly name?: string;
}

/** @throws CliError usage, where the file holds something else */
export function saveTest(file: string, { journey, script, simulation, name }: Happened): void {
  const way = toPath(simulation.steps).join(', ').slice(0, 200);
  // From the same moment: quiet hours and weekdays are part of what happened.
  const start = new Date(simulation.facts.startedAt).toISOString();
  const test = toJourneyTest(name ?? (way === '' ? 'enters' : way), { ...script, start }, simulation);
  const relative = path.relative(path.dirname(path.resolve(file)), path.resolve(journey));
  const known = existsSync(file) ? readKnown(file) : { journey: relative.replaceAll('\\', '/'), tests: [] };
  writeFileSync(file, `${JSON.stringify({ ...known, tests: [...known.tests, test] }, null, 2)}\n`);
}

function readKnown(file: string): JourneyTest {
  let document: unknown;
  try {
    document = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    document = undefined;
  }
  const known = journeyTestSchema.safeParse(document);
  if (known.success) return known.data;
  throw CliError.usage({
    en: `${file} is no journey test. Give the name of a new file.`,
    ko: `${file}은(는) 여정 테스트가 아닙니다. 새 파일 이름을 쓰세요.`,
  });
}
