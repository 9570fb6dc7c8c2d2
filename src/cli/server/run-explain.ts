// Carries out `jornada explain`: one run, or the newest runs of a person, told step by step.

import type { Client, RunAnswer } from '../../client/client.ts';
import type { CommandContext, CommandInput } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { findAwaitedEvents } from './awaited-events.ts';
import { explainText } from './explain-text.ts';
import { type ServerFlags, withServer } from './with-server.ts';

export type ExplainFlags = ServerFlags;

/** Of a person: so many of the newest runs are told; the rest is listed by `jornada runs`. */
const runsTold = 5;

export async function runExplain(
  { args, options }: CommandInput<ExplainFlags>,
  context: CommandContext,
): Promise<ExitCode> {
  const [subject = ''] = args;
  const { console, language } = context;
  return withServer(options, context, async (client) => {
    if (/^run_[0-9A-HJKMNP-TV-Z]{26}$/.test(subject)) {
      const run = await client.run(subject);
      if (options.json) console.printJson(run);
      else console.print(await tell([run], client, context));
      return exitCodes.ok;
    }
    const { runs, count } = await readRunsOf(client, subject);
    if (options.json) console.printJson({ person: subject, runs });
    else if (runs.length === 0) console.print(texts[language].none);
    else {
      console.print(await tell(runs, client, context));
      if (count > runs.length) console.print(`\n${texts[language].more(subject)}`);
    }
    return exitCodes.ok;
  });
}

async function tell(runs: readonly RunAnswer[], client: Client, context: CommandContext): Promise<string> {
  const { catalogue } = await context.loadProject('.');
  const told = runs.map(async (run) =>
    explainText(run, await findAwaitedEvents(run, client, catalogue), context),
  );
  return (await Promise.all(told)).join('\n\n');
}

async function readRunsOf(
  client: Client,
  externalId: string,
): Promise<{ readonly runs: readonly RunAnswer[]; readonly count: number }> {
  const person = await client.person(externalId);
  const newest = person.runs.slice(0, runsTold);
  return {
    runs: await Promise.all(newest.map(({ id }) => client.run(id))),
    count: person.runs.length,
  };
}

const texts = {
  en: {
    none: 'this person has no runs',
    more: (person: string) => `earlier ones: jornada runs --person ${person}`,
  },
  ko: {
    none: '이 사람의 실행이 없습니다',
    more: (person: string) => `이전 실행: jornada runs --person ${person}`,
  },
} as const;
