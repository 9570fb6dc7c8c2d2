// A JSON file of the user's (comments allowed) that has to have a certain form: scripts, journey tests, people, rates.
// What is wrong with it is said as `file:line:col code message` with a code frame, as of a journey.

import type { z } from 'zod';
import { toShapeIssues } from '../journey/check-shape.ts';
import type { Issue } from '../journey/issues.ts';
import { parse } from '../journey/parse.ts';
import { CliError } from './cli-error.ts';
import type { CommandContext } from './command.ts';
import { formatIssue } from './format-issue.ts';
import { readSource } from './read-source.ts';

/** Files of people or results may be larger than a journey. */
const sizeLimitBytes = 64 * 1_048_576;

/** @throws CliError usage where it can't be read; findings where it is no JSON or has another form */
export async function readDocument<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  { console: { paint }, language }: Pick<CommandContext, 'console' | 'language'>,
): Promise<z.infer<Schema>> {
  const source = await readSource(file);
  const lines = new TextDecoder().decode(source).split(/\r?\n/);
  const { document, issues, locate } = parse(source, { sizeLimitBytes });
  const refuse = (found: readonly Issue[]) => {
    const findings = found.map((issue) => formatIssue(issue, { file, lines, language, paint })).join('\n\n');
    return CliError.findings({
      en: `${file} can't be used.\n\n${findings}`,
      ko: `${file} 파일을 쓸 수 없습니다.\n\n${findings}`,
    });
  };
  if (document === undefined) throw refuse(issues);
  const result = schema.safeParse(document);
  if (result.success) return result.data;
  const found = toShapeIssues(result.error.issues, { schema, value: document, path: [] });
  const placed = found.map((issue) => ({ ...issue, range: locate(issue.path, issue.anchor) }));
  throw refuse(placed.sort((a, b) => a.range.line - b.range.line || a.range.column - b.range.column));
}
