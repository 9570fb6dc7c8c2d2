// Carries out `jornada forecast`.

import { z } from 'zod';
import { findDuration, toMaximumMs } from '../../journey/duration.ts';
import { toForecastReport } from '../../simulator/forecast-report.ts';
import { ratesSchema } from '../../simulator/script.ts';
import { CliError } from '../cli-error.ts';
import type { CommandContext, CommandInput } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { loadJourney, type SoundJourney } from '../load-journey.ts';
import { readDocument } from '../read-document.ts';
import { findSampleEvent } from '../simulate/find-sample.ts';
import { withinBound } from '../within-bound.ts';
import { countPeople, type ForecastTask } from './count-people.ts';
import { createCounter } from './counter.ts';
import { toText } from './forecast-text.ts';
import { type People, readPeople } from './read-people.ts';

export interface ForecastOptions {
  readonly people: string;
  readonly rates?: string;
  readonly seed: string;
  readonly start?: string;
  readonly over?: string;
  readonly event?: string;
  readonly perSecond?: string;
}

export async function runForecast(
  { args: [file = ''], options }: CommandInput<ForecastOptions>,
  context: CommandContext,
): Promise<ExitCode> {
  const { console, language } = context;
  const event = options.event === undefined ? await findSampleEvent(file, context) : toEvent(options.event);
  const settings = { ...(await toSettings(options, context)), ...(event && { event }) };
  const perSecond =
    options.perSecond === undefined ? {} : { perSecond: toNumber('--per-second', options.perSecond) };
  const journey = await loadJourney(file, context);
  const audience = await readPeople(options.people);
  assertSomebody(audience, options.people);
  const { source, surroundings } = journey;
  const counter = createCounter(audience.people.length, context);
  const tally = await withinBound(journey, context, () =>
    countPeople(
      audience.people,
      { file, source, settings },
      { inOneOrder: hasThrottle(journey), onCounted: counter.add },
    ).finally(counter.done),
  );
  const { prices } = surroundings;
  const report = toForecastReport(tally, { ...perSecond, ...(prices && { prices }) });
  if (options.json) console.printJson({ ...report, badRows: audience.badRows });
  else
    console.print(
      toText({ report, file, people: options.people, badRows: audience.badRows }, { console, language }),
    );
  return audience.badRows.length > 0 ? exitCodes.findings : exitCodes.ok;
}

async function toSettings(
  options: ForecastOptions,
  context: CommandContext,
): Promise<ForecastTask['settings']> {
  const rates =
    options.rates === undefined ? undefined : await readDocument(options.rates, ratesSchema, context);
  const startsAt = options.start === undefined ? Date.now() : Date.parse(options.start);
  if (Number.isNaN(startsAt)) throw wrongValue('--start', '2027-03-01T10:00:00+09:00');
  if (options.over !== undefined && findDuration(options.over) === undefined)
    throw wrongValue('--over', '2h');
  return {
    chance: { seed: toNumber('--seed', options.seed), ...(rates && { rates }) },
    startsAt,
    ...(options.over !== undefined && { spreadMs: toMaximumMs(options.over) }),
  };
}

/** Who gets through a throttle depends on who came before. */
function hasThrottle({ definition, surroundings }: SoundJourney): boolean {
  const journeys = [definition, ...(surroundings.journeys?.values() ?? [])];
  return journeys.some(({ nodes }) => Object.values(nodes).some(({ type }) => type === 'throttle'));
}

function toEvent(text: string): { readonly [name: string]: unknown } {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch {
    throw wrongValue('--event', '\'{"total": 45000}\'');
  }
}

function toNumber(flag: string, text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw wrongValue(flag, '1');
}

function wrongValue(flag: string, example: string): CliError {
  return CliError.usage({
    en: `${flag} can't be read. An example: ${flag} ${example}`,
    ko: `${flag} 값을 읽을 수 없습니다. 예: ${flag} ${example}`,
  });
}

function assertSomebody({ people }: People, file: string): void {
  if (people.length > 0) return;
  throw CliError.usage({
    en: `${file} has nobody that could be used.`,
    ko: `${file} 파일에 쓸 수 있는 사람이 없습니다.`,
  });
}
