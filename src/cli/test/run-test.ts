// Carries out `jornada test`: all tests of a journey together, so that what none of them takes is known.

import path from 'node:path';
import { type JourneyTestCase, journeyTestSchema } from '../../simulator/journey-test.ts';
import { type JourneyTestsReport, runJourneyTests } from '../../simulator/run-journey-tests.ts';
import { CliError } from '../cli-error.ts';
import type { CommandContext, CommandInput } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { findFiles } from '../find-files.ts';
import { loadJourney } from '../load-journey.ts';
import { readDocument } from '../read-document.ts';
import { type JourneyReport, toJson, toText } from './test-report.ts';

export interface TestOptions {
  readonly watch?: true;
}

export async function runTest(
  { args, options }: CommandInput<TestOptions>,
  context: CommandContext,
): Promise<ExitCode> {
  const given = args.length === 0 ? ['.'] : args;
  const testAll = async (): Promise<ExitCode> => {
    const reports = await Promise.all(
      [...(await collectTests(given, context))].map(([journey, tests]) => test(journey, tests, context)),
    );
    if (options.json) context.console.printJson(toJson(reports));
    else context.console.print(toText(reports, context));
    return reports.every(({ report }) => report.passed) ? exitCodes.ok : exitCodes.findings;
  };
  if (!options.watch) return testAll();
  const { watchPaths } = await import('../watch-paths.ts');
  return watchPaths(given, context, testAll);
}

interface FoundTest {
  /** Where it stands. */
  readonly file: string;
  readonly test: JourneyTestCase;
}

/** By the journey's file. */
async function collectTests(
  given: readonly string[],
  context: CommandContext,
): Promise<ReadonlyMap<string, readonly FoundTest[]>> {
  const files = await findFiles(given, (name) => name.endsWith('.journey-test.json'));
  if (files.length === 0) throw noTests(given);
  const byJourney = new Map<string, FoundTest[]>();
  for (const file of files) {
    const { journey, tests } = await readDocument(file, journeyTestSchema, context);
    const journeyFile = path.join(path.dirname(file), journey);
    const found = tests.map((test) => ({ file, test }));
    byJourney.set(journeyFile, [...(byJourney.get(journeyFile) ?? []), ...found]);
  }
  return byJourney;
}

async function test(
  journeyFile: string,
  found: readonly FoundTest[],
  context: CommandContext,
): Promise<JourneyReport> {
  const { definition, project, surroundings } = await loadJourney(journeyFile, context);
  const { nodeTypes } = project;
  const tests = found.map((one) => one.test);
  const report: JourneyTestsReport = runJourneyTests({ definition, nodeTypes, surroundings, tests });
  return { file: path.relative('.', journeyFile), testFiles: found.map(({ file }) => file), report };
}

function noTests(given: readonly string[]): CliError {
  const places = given.join(', ');
  return CliError.usage({
    en: `there is no *.journey-test.json in ${places}. \`jornada simulate\` can save one.`,
    ko: `${places}에 *.journey-test.json 파일이 없습니다. \`jornada simulate\`로 저장할 수 있습니다.`,
  });
}
