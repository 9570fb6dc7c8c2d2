// Who enters, and by what, where the command line doesn't say: as in the first journey test beside the journey, so that
// a first `simulate` shows a run and not a refusal.

import { existsSync } from 'node:fs';
import type { z } from 'zod';
import type { Language } from '../../journey/issue-prose.ts';
import { journeyTestSchema } from '../../simulator/journey-test.ts';
import type { Script } from '../../simulator/script.ts';
import type { CommandContext } from '../command.ts';
import { readDocument } from '../read-document.ts';

export type Sample = Pick<Script, 'person' | 'event' | 'key'>;

/** The journey test that a journey's file has by its name. */
export function toTestFile(journey: string): string {
  return journey.replace(/\.jsonc?$/, '.journey-test.json');
}

/**
 * Tells on standard error what it takes; `given` goes before it. Empty where there is no test.
 *
 * @throws CliError findings, where the test can't be read
 */
export async function findSample(journey: string, given: Sample, context: CommandContext): Promise<Sample> {
  if (given.person !== undefined && given.event !== undefined) return given;
  const found = await findFirstTest(journey, context);
  if (found === undefined) return given;
  const { person, event, key } = found.test;
  const sample = { ...(person && { person }), ...(event && { event }), ...(key !== undefined && { key }) };
  tell(words.both, found, context);
  return { ...sample, ...given };
}

/** The event alone, for those who bring people of their own. @throws CliError findings, as `findSample` */
export async function findSampleEvent(journey: string, context: CommandContext): Promise<Sample['event']> {
  const found = await findFirstTest(journey, context);
  if (found?.test.event !== undefined) tell(words.event, found, context);
  return found?.test.event;
}

interface Found {
  readonly file: string;
  readonly test: z.infer<typeof journeyTestSchema>['tests'][number];
}

async function findFirstTest(journey: string, context: CommandContext): Promise<Found | undefined> {
  const file = toTestFile(journey);
  if (file === journey || !existsSync(file)) return undefined;
  const { tests } = await readDocument(file, journeyTestSchema, context);
  const [test] = tests;
  return test && { file, test };
}

type Words = { readonly [language in Language]: (file: string, name: string) => string };

function tell(told: Words, { file, test }: Found, { console, language }: CommandContext): void {
  console.printError(console.paint('dim', told[language](file, test.name)));
}

const words = {
  both: {
    en: (file: string, name: string) =>
      `Person and event as in ${file}: "${name}". --person and --event say others.`,
    ko: (file: string, name: string) =>
      `사람과 이벤트는 ${file}의 "${name}" 테스트를 따릅니다. 바꾸려면 --person과 --event를 쓰세요.`,
  },
  event: {
    en: (file: string, name: string) => `Event as in ${file}: "${name}". --event says another.`,
    ko: (file: string, name: string) =>
      `이벤트는 ${file}의 "${name}" 테스트를 따릅니다. 바꾸려면 --event를 쓰세요.`,
  },
} as const;
