// Who enters, and by what, where the command line doesn't say: as in the first journey test beside the journey, so that
// a first `simulate` shows a run and not a refusal.

import { existsSync } from 'node:fs';
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
  const file = toTestFile(journey);
  if ((given.person !== undefined && given.event !== undefined) || file === journey || !existsSync(file)) {
    return given;
  }
  const { tests } = await readDocument(file, journeyTestSchema, context);
  const [test] = tests;
  if (test === undefined) return given;
  const { person, event, key } = test;
  const sample = { ...(person && { person }), ...(event && { event }), ...(key !== undefined && { key }) };
  const { console, language } = context;
  console.printError(console.paint('dim', words[language](file, test.name)));
  return { ...sample, ...given };
}

const words = {
  en: (file: string, name: string) =>
    `Person and event as in ${file}: "${name}". --person and --event say others.`,
  ko: (file: string, name: string) =>
    `사람과 이벤트는 ${file}의 "${name}" 테스트를 따릅니다. 바꾸려면 --person과 --event를 쓰세요.`,
} as const;
