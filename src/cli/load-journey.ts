// A journey that a command works with: read, checked in its project, compiled. Commands that need a sound journey stop
// here, with the same findings that `validate` prints.

import type { Definition } from '../journey/definition.ts';
import type { Surroundings } from '../journey/surroundings.ts';
import { type Validation, validateJourney } from '../journey/validate.ts';
import type { Chart } from '../machine/chart.ts';
import { CliError } from './cli-error.ts';
import type { CommandContext } from './command.ts';
import { formatIssue } from './format-issue.ts';
import type { Project } from './project.ts';
import { readSource } from './read-source.ts';

export interface CheckedJourney {
  readonly file: string;
  readonly source: Uint8Array;
  readonly project: Project;
  readonly surroundings: Surroundings;
  readonly validation: Validation;
}

export interface SoundJourney extends CheckedJourney {
  readonly definition: Definition;
  readonly chart: Chart;
  /** `sha256:…` of what the journey means. */
  readonly hash: string;
}

/** Reads and checks; problems are in the answer. */
export async function checkJourney(file: string, context: CommandContext): Promise<CheckedJourney> {
  const [source, project] = await Promise.all([readSource(file), context.loadProject(file)]);
  const surroundings = project.surroundingsOf(file);
  return {
    file,
    source,
    project,
    surroundings,
    validation: validateJourney(source, project.catalogue, surroundings),
  };
}

/** @throws CliError findings, with all of them in words, when the journey has errors */
export async function loadJourney(file: string, context: CommandContext): Promise<SoundJourney> {
  const checked = await checkJourney(file, context);
  const { definition, chart, hash } = checked.validation;
  if (definition === undefined || chart === undefined || hash === undefined)
    throw toFindings(checked, context);
  return { ...checked, definition, chart, hash };
}

function toFindings(
  { file, source, validation }: CheckedJourney,
  { console, language }: CommandContext,
): CliError {
  const lines = new TextDecoder().decode(source).split(/\r?\n/);
  const format = { file, lines, language, paint: console.paint };
  const errors = validation.issues.filter(({ severity }) => severity === 'error');
  const findings = errors.map((issue) => formatIssue(issue, format)).join('\n\n');
  return CliError.findings({
    en: `${file} has errors.\n\n${findings}`,
    ko: `${file} 여정에 오류가 있습니다.\n\n${findings}`,
  });
}
