// Carries out `jornada validate`: one report a journey, in words or as JSON.

import { hasErrors } from '../../journey/issues.ts';
import { CliError } from '../cli-error.ts';
import type { CommandContext, CommandInput } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { findFiles } from '../find-files.ts';
import { checkJourney } from '../load-journey.ts';
import { isJourneyFile } from '../read-surroundings.ts';
import { toJson, toText } from './validation-report.ts';

export interface ValidateOptions {
  readonly watch?: true;
}

export async function runValidate(
  { args, options }: CommandInput<ValidateOptions>,
  context: CommandContext,
): Promise<ExitCode> {
  const validateAll = async (): Promise<ExitCode> => {
    const files = await findFiles(args, isJourneyFile);
    if (files.length === 0) throw noJourney(args);
    const isOne = files.length === 1 && files[0] === args[0];
    const reports = [];
    for (const file of files) reports.push(await checkJourney(file, context));
    const ok = reports.every(({ validation }) => !hasErrors(validation.issues));
    const { console, language } = context;
    if (options.json) {
      const journeys = reports.map((report) => toJson(report, language));
      console.printJson(isOne ? journeys[0] : { ok, journeys });
    } else {
      console.print(reports.map((report) => toText(report, context)).join('\n\n'));
    }
    return ok ? exitCodes.ok : exitCodes.findings;
  };
  if (!options.watch) return validateAll();
  const { watchPaths } = await import('../watch-paths.ts');
  return watchPaths(args, context, validateAll);
}

function noJourney(given: readonly string[]): CliError {
  const folders = given.join(', ');
  return CliError.usage({
    en: `there is no journey in ${folders}.`,
    ko: `${folders}에 여정이 없습니다.`,
  });
}
