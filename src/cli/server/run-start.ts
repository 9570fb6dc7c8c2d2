// Carries out `jornada start`.

import { CliError } from '../cli-error.ts';
import type { CommandContext, CommandInput } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { type ServerFlags, withServer } from './with-server.ts';

export interface StartFlags extends ServerFlags {
  readonly person: string;
  readonly event?: string;
  readonly key?: string;
}

export async function runStart(
  { args, options }: CommandInput<StartFlags>,
  context: CommandContext,
): Promise<ExitCode> {
  const [journey = ''] = args;
  const { person, event, key } = options;
  const start = { person, event: parseEvent(event), ...(key === undefined ? {} : { key }) };
  return withServer(options, context, async (client) => {
    const { run } = await client.start(journey, start);
    const { console, language } = context;
    if (options.json) console.printJson({ run });
    else console.print(texts[language](run));
    return exitCodes.ok;
  });
}

function parseEvent(text: string | undefined): { readonly [name: string]: unknown } {
  if (text === undefined) return {};
  try {
    const event: unknown = JSON.parse(text);
    if (typeof event === 'object' && event !== null && !Array.isArray(event)) return { ...event };
  } catch {
    // Told below, with the form that is expected.
  }
  throw CliError.usage({
    en: `--event takes a JSON object, such as '{"total": 45000}'.`,
    ko: `--event에는 '{"total": 45000}' 같은 JSON 객체를 쓰세요.`,
  });
}

const texts = {
  en: (run: string) => `started: ${run}\nSee what it does: jornada explain ${run}`,
  ko: (run: string) => `시작했습니다: ${run}\n진행 확인: jornada explain ${run}`,
} as const;
