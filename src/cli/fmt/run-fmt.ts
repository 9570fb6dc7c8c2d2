// Carries out `jornada fmt`.

import { writeFile } from 'node:fs/promises';
import { formatJourney } from '../../journey/format.ts';
import { describeIssue } from '../../journey/issue-catalogue.ts';
import type { Issue } from '../../journey/issues.ts';
import type { CommandContext, CommandInput } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { findFiles } from '../find-files.ts';
import { formatIssue } from '../format-issue.ts';
import { readSource } from '../read-source.ts';
import { isJourneyFile } from '../read-surroundings.ts';

export interface FmtOptions {
  readonly check?: true;
}

interface FormattedFile {
  readonly file: string;
  readonly changed: boolean;
  readonly source: Uint8Array;
  /** Absent where the file could not be laid out. */
  readonly text?: string;
  readonly issues: readonly Issue[];
}

export async function runFmt(
  { args, options }: CommandInput<FmtOptions>,
  context: CommandContext,
): Promise<ExitCode> {
  const { console, language } = context;
  const results: FormattedFile[] = [];
  for (const file of await findFiles(args, isJourneyFile)) results.push(await formatFile(file));
  if (options.check !== true) await writeChanged(results);
  const ok = results.every(({ text, changed }) => text !== undefined && (options.check !== true || !changed));
  if (options.json) {
    const files = results.map(({ file, changed, issues }) => ({
      file,
      changed,
      issues: issues.map((issue) => ({ ...issue, ...describeIssue(issue, language) })),
    }));
    console.printJson({ ok, files });
  } else {
    for (const result of results) report(result, { isCheck: options.check === true, ...context });
  }
  return ok ? exitCodes.ok : exitCodes.findings;
}

async function formatFile(file: string): Promise<FormattedFile> {
  const source = await readSource(file);
  const formatting = formatJourney(source);
  if (!formatting.ok) return { file, source, changed: false, issues: formatting.issues };
  const { text } = formatting;
  return { file, source, text, changed: text !== new TextDecoder().decode(source), issues: [] };
}

async function writeChanged(results: readonly FormattedFile[]): Promise<void> {
  for (const { file, text, changed } of results) {
    if (changed && text !== undefined && file !== '-') await writeFile(file, text);
  }
}

function report(
  { file, text, changed, source, issues }: FormattedFile,
  { isCheck, console, language }: CommandContext & { readonly isCheck: boolean },
): void {
  const lines = new TextDecoder().decode(source).split(/\r?\n/);
  for (const issue of issues) {
    console.printError(formatIssue(issue, { file, lines, language, paint: console.paint }));
  }
  if (text === undefined) return;
  if (file === '-' && !isCheck) console.print(text.trimEnd());
  else if (changed) console.print(`${file}: ${says[language][isCheck ? 'would' : 'did']}`);
}

const says = {
  en: { did: 'laid out anew', would: 'is not in the canonical layout; run jornada fmt' },
  ko: { did: '정리했습니다', would: '표준 형식이 아닙니다. jornada fmt를 실행하세요' },
} as const;
