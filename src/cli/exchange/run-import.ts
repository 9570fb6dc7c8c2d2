// Carries out `jornada import`.

import { fromXState } from '../../journey/exchange/from-xstate.ts';
import { formatJourney } from '../../journey/format.ts';
import { hashDefinition } from '../../journey/hash.ts';
import { describeIssue } from '../../journey/issue-catalogue.ts';
import type { CommandContext, CommandInput } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { formatIssue } from '../format-issue.ts';
import { readSource } from '../read-source.ts';
import { writeOutput } from './write-output.ts';

export interface ImportOptions {
  readonly from: 'xstate';
  readonly output?: string;
}

export async function runImport(
  { args: [file = ''], options }: CommandInput<ImportOptions>,
  context: CommandContext,
): Promise<ExitCode> {
  const { console, language } = context;
  const source = await readSource(file);
  const { definition, issues } = fromXState(source);
  const described = issues.map((issue) => ({ ...issue, ...describeIssue(issue, language) }));
  if (definition === undefined) {
    const lines = new TextDecoder().decode(source).split(/\r?\n/);
    const format = { file, lines, language, paint: console.paint };
    if (options.json) console.printJson({ ok: false, issues: described });
    else console.print(issues.map((issue) => formatIssue(issue, format)).join('\n\n'));
    return exitCodes.findings;
  }
  const json = JSON.stringify(definition);
  const formatting = formatJourney(json);
  const about = { ok: true, id: definition.id, hash: hashDefinition(definition), issues: described };
  await writeOutput(formatting.ok ? formatting.text : json, {
    output: options.output,
    context,
    ...(options.json && { json: about }),
  });
  return exitCodes.ok;
}
