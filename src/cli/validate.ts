// `jornada validate`: checks a journey file and says what is wrong, where, and what to do.

import { readFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import type { Catalogue } from '../journey/catalogue.ts';
import { describeIssue } from '../journey/issue-catalogue.ts';
import type { Language } from '../journey/issue-prose.ts';
import { hasErrors, type Issue } from '../journey/issues.ts';
import { sourceLimitBytes } from '../journey/parse.ts';
import { type Validation, validateJourney } from '../journey/validate.ts';
import type { ConsolePort } from './console-port.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { formatIssue } from './format-issue.ts';

interface ValidateOptions {
  readonly json?: true;
  readonly lang: Language;
}

/** What the command gets from the program. */
export interface ValidateDeps {
  readonly console: ConsolePort;
  readonly catalogue: Catalogue;
  readonly exit: (code: ExitCode) => void;
}

/** Adds the command to the program. */
export function addValidate(program: Command, deps: ValidateDeps): void {
  program
    .command('validate')
    .description('check a journey: its text, its nodes, its edges, its expressions and texts')
    .argument('<file>', 'the journey, JSON with comments; - reads standard input')
    .option('--json', 'print one object: {ok, file, id, hash, issues}')
    .addOption(
      new Option('--lang <language>', 'language of messages')
        .choices(['en', 'ko'])
        .default(deps.console.language),
    )
    .addHelpText('after', '\nExample:\n  $ jornada validate spring-sale.json --lang ko\n')
    .action(async (file: string, options: ValidateOptions) => {
      deps.exit(await runValidate(file, options, deps));
    });
}

async function runValidate(file: string, options: ValidateOptions, deps: ValidateDeps): Promise<ExitCode> {
  const source = await readSource(file);
  if (source === undefined) {
    deps.console.printError(unreadable[options.lang](file));
    return exitCodes.usage;
  }
  const validation = validateJourney(source, deps.catalogue);
  const report = { file, source, validation, language: options.lang };
  deps.console.print(options.json ? toJson(report) : toText(report, deps.console));
  return hasErrors(validation.issues) ? exitCodes.findings : exitCodes.ok;
}

const unreadable: { readonly [language in Language]: (file: string) => string } = {
  en: (file) => `error: can't read ${file}. Give the path of a journey file, or - for standard input.`,
  ko: (file) => `오류: ${file} 파일을 읽을 수 없습니다. 여정 파일의 경로를 쓰거나 표준 입력은 -를 쓰세요.`,
};

async function readSource(file: string): Promise<Uint8Array | undefined> {
  try {
    return file === '-' ? await readStandardInput() : await readFile(file);
  } catch {
    return undefined;
  }
}

/** Stops one byte beyond the limit: enough for the parser to refuse it. */
async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > sourceLimitBytes) break;
  }
  return Buffer.concat(chunks);
}

interface Report {
  readonly file: string;
  readonly source: Uint8Array;
  readonly validation: Validation;
  readonly language: Language;
}

function toJson({ file, validation, language }: Report): string {
  const { definition, hash, issues } = validation;
  return JSON.stringify(
    {
      ok: !hasErrors(issues),
      file,
      ...(definition && { id: definition.id }),
      ...(hash !== undefined && { hash }),
      issues: issues.map((issue) => ({ ...issue, ...describeIssue(issue, language) })),
    },
    null,
    2,
  );
}

function toText({ file, source, validation, language }: Report, console: ConsolePort): string {
  const lines = new TextDecoder().decode(source).split(/\r?\n/);
  const format = { file, lines, language, paint: console.paint };
  const findings = validation.issues.map((issue) => formatIssue(issue, format));
  return [...findings, summarise(file, validation, { language, paint: console.paint })].join('\n\n');
}

function summarise(
  file: string,
  { definition, hash, issues }: Validation,
  { language, paint }: { readonly language: Language; readonly paint: ConsolePort['paint'] },
): string {
  const count = (severity: Issue['severity']) => issues.filter((issue) => issue.severity === severity).length;
  const word = amounts[language];
  const warnings = word.warning(count('warning'));
  if (count('error') > 0) {
    return `${paint('red', word.failed)} ${file}: ${word.error(count('error'))}, ${warnings}`;
  }
  const nodes = word.node(Object.keys(definition?.nodes ?? {}).length);
  return `${paint('green', 'ok')} ${file}: ${nodes}, ${warnings}, ${hash}`;
}

const plural = (word: string) => (count: number) => `${count} ${word}${count === 1 ? '' : 's'}`;
const counted = (word: string) => (count: number) => `${word} ${count}개`;

const amounts = {
  en: { failed: 'failed', node: plural('node'), error: plural('error'), warning: plural('warning') },
  ko: { failed: '실패', node: counted('노드'), error: counted('오류'), warning: counted('경고') },
} as const;
