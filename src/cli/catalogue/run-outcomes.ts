// Carries out `jornada outcomes`: the generated table of Meta's codes, filtered.

import Table from 'cli-table3';
import { matchesPrefix } from '../../journey/outcome-match.ts';
import { suggest } from '../../journey/suggestion.ts';
import type { MetaError } from '../../whatsapp/classify-errors.ts';
import { errorTable } from '../../whatsapp/error-table.generated.ts';
import { titleOf } from '../../whatsapp/error-titles.ts';
import { CliError } from '../cli-error.ts';
import type { CommandContext, CommandInput } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { plainTable, toPlainText } from './plain-table.ts';

/** @throws CliError usage, when no code has this number or outcome */
export async function runOutcomes(
  { args: [filter], options }: CommandInput<object>,
  { console, language }: CommandContext,
): Promise<ExitCode> {
  const all = Object.values(errorTable);
  const shown = filter === undefined ? all : all.filter((error) => isWanted(error, filter));
  if (filter !== undefined && shown.length === 0) throw nothingFound(filter, all);
  if (options.json) {
    console.printJson(
      shown.map(({ code, outcome, class: kind, retry, memory = null, retryAfterMs = null, ...error }) => ({
        code,
        outcome,
        class: kind,
        retry,
        memory,
        retryAfterMs,
        title: titleOf(error, language),
      })),
    );
    return exitCodes.ok;
  }
  const head = heads[language].map((text) => console.paint('bold', text));
  const table = new Table({ ...plainTable, head });
  for (const { code, outcome, class: kind, retry, memory = '', ...error } of shown) {
    table.push([code, outcome, kind, retry, memory, titleOf(error, language)]);
  }
  console.print(toPlainText(table));
  return exitCodes.ok;
}

const heads = {
  en: ['code', 'outcome', 'class', 'retry', 'memory', "Meta's meaning"],
  ko: ['코드', '결과', '분류', '재시도', '기억', 'Meta의 설명'],
} as const;

function isWanted({ code, outcome }: MetaError, filter: string): boolean {
  return /^\d+$/.test(filter) ? code === Number(filter) : matchesPrefix(outcome, filter);
}

function nothingFound(filter: string, all: readonly MetaError[]): CliError {
  const words = new Set(all.flatMap(({ outcome }) => [outcome, outcome.split('.')[0] ?? outcome]));
  const { suggestion } = suggest(filter, words);
  return CliError.usage({
    en: `no code of Meta is or ends as "${filter}". ${suggestion ? `Did you mean ${suggestion}?` : `Outcomes: ${[...words].join(', ')}.`}`,
    ko: `"${filter}" 코드나 결과가 없습니다. ${suggestion ? `혹시 ${suggestion}인가요?` : `결과: ${[...words].join(', ')}.`}`,
  });
}
