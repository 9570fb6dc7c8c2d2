// Carries out `jornada runs`: a table of runs.

import Table from 'cli-table3';
import type { RunStateWord, RunSummary } from '../../client/client.ts';
import { CliError } from '../cli-error.ts';
import type { CommandContext, CommandInput } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { toUtcMinute } from '../utc-minute.ts';
import { stateWords } from './state-words.ts';
import { type ServerFlags, withServer } from './with-server.ts';

export interface RunsFlags extends ServerFlags {
  readonly journey?: string;
  readonly person?: string;
  readonly state?: RunStateWord;
  readonly limit: string;
  readonly cursor?: string;
}

export async function runRuns(
  { options }: CommandInput<RunsFlags>,
  context: CommandContext,
): Promise<ExitCode> {
  const { journey, person, state, cursor } = options;
  const limit = Number(options.limit);
  if (!Number.isInteger(limit) || limit < 1) {
    throw CliError.usage({
      en: '--limit takes a number from 1 on.',
      ko: '--limit에는 1 이상의 수를 쓰세요.',
    });
  }
  return withServer(options, context, async (client) => {
    const answer = await client.runs({ journey, person, state, cursor, limit });
    const { console, language } = context;
    if (options.json) console.printJson(answer);
    else if (answer.runs.length === 0) console.print(texts[language].none);
    else {
      console.print(toTable(answer.runs, context));
      if (answer.next !== undefined) console.print(texts[language].more(answer.next));
    }
    return exitCodes.ok;
  });
}

function toTable(runs: readonly RunSummary[], { language, console }: CommandContext): string {
  const table = new Table({ head: [...texts[language].head], style: { head: [], border: [] } });
  for (const { id, journey, version, person, state, outcome, node, createdAt } of runs) {
    const word = outcome ?? stateWords[state][language];
    const where = state === 'closed' ? '' : (node ?? '');
    const shown = state === 'closed' ? word : console.paint('cyan', word);
    table.push([id, `${journey} v${version}`, person, shown, where, toUtcMinute(createdAt)]);
  }
  return table.toString();
}

const texts = {
  en: {
    head: ['run', 'journey', 'person', 'state', 'node', 'entered'],
    none: 'no runs',
    more: (next: string) => `more: --cursor ${next}`,
  },
  ko: {
    head: ['실행', '여정', '사람', '상태', '노드', '시작'],
    none: '실행이 없습니다',
    more: (next: string) => `다음 페이지: --cursor ${next}`,
  },
} as const;
