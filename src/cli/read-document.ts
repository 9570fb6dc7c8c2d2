// A JSON file of the user's (comments allowed) that has to have a certain form: scripts, journey tests, people, rates.
// What is wrong with it is said as `file:line:col code message` with a code frame.

import { z } from 'zod';
import { durationPattern } from '../journey/fields.ts';
import type { Language } from '../journey/issue-prose.ts';
import { parse } from '../journey/parse.ts';
import { CliError } from './cli-error.ts';
import { formatFrame, toPrintable } from './code-frame.ts';
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
  const parsed = parse(source, { sizeLimitBytes });
  const refuse = (findings: readonly string[]) =>
    CliError.findings({
      en: `${file} can't be used.\n\n${findings.join('\n\n')}`,
      ko: `${file} 파일을 쓸 수 없습니다.\n\n${findings.join('\n\n')}`,
    });
  if (parsed.document === undefined) {
    throw refuse(parsed.issues.map((issue) => formatIssue(issue, { file, lines, language, paint })));
  }
  const { localeError } = z.locales[language]();
  const result = schema.safeParse(parsed.document, { error: localeError });
  if (result.success) return result.data;
  throw refuse(
    result.error.issues.flatMap(nearest).map((issue) => {
      const { path, code } = issue;
      const range = parsed.locate(path.map((part) => (typeof part === 'symbol' ? String(part) : part)));
      const said = `${path.join('.')}${path.length === 0 ? '' : ': '}${toPrintable(toMessage(issue, language))}`;
      const head = `${file}:${range.line}:${range.column} ${paint('red', code ?? 'invalid')} ${said}`;
      return [head, ...formatFrame(range, { lines, paint })].join('\n');
    }),
  );
}

/** Zod's words, but for durations, whose pattern says nothing to anybody. */
function toMessage(issue: ZodIssue, language: Language): string {
  const isDuration = issue.code === 'invalid_format' && issue.pattern === String(durationPattern);
  return isDuration ? durationHint[language] : issue.message;
}

const durationHint = {
  en: 'write a duration like 30m, 2h or P1D',
  ko: '30m, 2h, P1D 같은 기간을 쓰세요',
} as const;

type ZodIssue = z.core.$ZodIssue;

/** Of several forms, the one that was meant: the one that least is wrong with. */
function nearest(issue: ZodIssue): readonly ZodIssue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const forms = issue.errors.map((errors) => errors.flatMap(nearest));
  const [meant = []] = forms.sort((a, b) => distance(a) - distance(b));
  return meant.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** Another kind of value altogether is farthest, a problem deep inside nearest. */
function distance(issues: readonly ZodIssue[]): number {
  const weights = issues.map(({ path, code }) => {
    if (code === 'invalid_type' && path.length === 0) return 1_000;
    return (code === 'unrecognized_keys' ? 10 : 1) / (1 + path.length);
  });
  return weights.reduce((sum, weight) => sum + weight, 0);
}
