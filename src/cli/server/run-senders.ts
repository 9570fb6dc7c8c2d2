// Carries out `jornada senders`: a table, or the acknowledgement of one.

import { restrictionWords } from '../../simulator/policy-words.ts';
import { CliError } from '../cli-error.ts';
import type { CommandContext, CommandInput } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { sendersTable } from './senders-table.ts';
import { type ServerFlags, withServer } from './with-server.ts';

export interface SendersFlags extends ServerFlags {
  readonly acknowledge?: string;
  readonly perSecond: string;
}

export async function runSenders(
  { options }: CommandInput<SendersFlags>,
  context: CommandContext,
): Promise<ExitCode> {
  const perSecond = Number(options.perSecond);
  if (!Number.isInteger(perSecond) || perSecond < 1) {
    throw CliError.usage({
      en: '--per-second takes a number from 1 on.',
      ko: '--per-second에는 1 이상의 수를 쓰세요.',
    });
  }
  const { acknowledge } = options;
  const { console, language } = context;
  return withServer(options, context, async (client) => {
    if (acknowledge === undefined) {
      const answer = await client.senders();
      if (options.json) console.printJson(answer);
      else if (answer.senders.length === 0) console.print(texts[language].none);
      else console.print(sendersTable(answer.senders, context));
    } else {
      const answer = await client.acknowledgeSender(acknowledge, { perSecond });
      if (options.json) console.printJson(answer);
      else {
        const lifted = answer.lifted.map(({ kind }) => restrictionWords(kind)[language]);
        console.print(texts[language].lifted(lifted.join(', '), answer));
      }
    }
    return exitCodes.ok;
  });
}

interface Drained {
  readonly sends: number;
  readonly seconds: number;
}

const texts = {
  en: {
    none: 'no senders',
    lifted: (kinds: string, { sends, seconds }: Drained) =>
      `lifted: ${kinds}; ${sends} messages that waited are let out within ${seconds} s`,
  },
  ko: {
    none: '발신자가 없습니다',
    lifted: (kinds: string, { sends, seconds }: Drained) =>
      `해제: ${kinds}. 기다리던 메시지 ${sends}건을 ${seconds}초 동안 내보냅니다`,
  },
} as const;
