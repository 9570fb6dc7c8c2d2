// Carries out `jornada templates`: a table, after a fresh list where one is asked for.

import Table from 'cli-table3';
import type { TemplateSummary } from '../../client/client.ts';
import type { CommandContext, CommandInput } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { type ServerFlags, withServer } from './with-server.ts';

export interface TemplatesFlags extends ServerFlags {
  readonly sync?: boolean;
}

export async function runTemplates(
  { options }: CommandInput<TemplatesFlags>,
  context: CommandContext,
): Promise<ExitCode> {
  const { console, language } = context;
  return withServer(options, context, async (client) => {
    if (options.sync === true) await client.syncTemplates();
    const answer = await client.templates();
    if (options.json) console.printJson(answer);
    else if (answer.templates.length === 0) console.print(texts[language].none);
    else console.print(toTable(answer.templates, context));
    return exitCodes.ok;
  });
}

const colours = { sendable: 'green', passing: 'yellow', gone: 'red' } as const;

function toTable(templates: readonly TemplateSummary[], { language, console }: CommandContext): string {
  const table = new Table({ head: [...texts[language].head], style: { head: [], border: [] } });
  for (const { name, language: spoken, category, announcedCategory, ...template } of templates) {
    const { status, state, reason, quality, account } = template;
    const word = reason === null ? (status ?? '?') : `${status} (${reason})`;
    const kind = announcedCategory === null ? category : `${category} → ${announcedCategory}`;
    table.push([name, spoken, kind, console.paint(colours[state], word), quality ?? '', account]);
  }
  return table.toString();
}

const texts = {
  en: {
    head: ['template', 'language', 'category', 'status', 'quality', 'account'],
    none: 'no templates are known: --sync asks Meta',
  },
  ko: {
    head: ['템플릿', '언어', '분류', '상태', '품질', '계정'],
    none: '알려진 템플릿이 없습니다. --sync로 Meta에서 받으세요',
  },
} as const;
