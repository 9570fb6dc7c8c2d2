// Carries out `jornada senders`: a table, or the acknowledgement of one.

import Table from 'cli-table3';
import type { SenderSummary } from '../../client/client.ts';
import { CliError } from '../cli-error.ts';
import type { CommandContext, CommandInput } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { toUtcMinute } from '../utc-minute.ts';
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
      else console.print(toTable(answer.senders, context));
    } else {
      const answer = await client.acknowledgeSender(acknowledge, { perSecond });
      if (options.json) console.printJson(answer);
      else console.print(texts[language].lifted(answer.lifted.map(({ kind }) => kind).join(', '), answer));
    }
    return exitCodes.ok;
  });
}

function toTable(senders: readonly SenderSummary[], { language, console }: CommandContext): string {
  const table = new Table({ head: [...texts[language].head], style: { head: [], border: [] } });
  for (const { id, channel, name, active, rate, people, restrictions, parked } of senders) {
    const bars = restrictions.map(({ kind, until }) =>
      until === null ? kind : `${kind} ${toUtcMinute(until)}`,
    );
    const waiting = Object.entries(parked).map(([policy, sends]) => `${policy} ${sends}`);
    const limit = people.limit === null ? '?' : people.limit < 0 ? '∞' : String(people.limit);
    table.push([
      id,
      active ? name : console.paint('dim', name),
      channel,
      channel === 'whatsapp' ? `${rate.now} / ${rate.perSecond}` : '',
      channel === 'whatsapp' ? `${people.today} / ${limit}` : '',
      bars.length === 0 ? '' : console.paint('red', bars.join('\n')),
      waiting.join('\n'),
    ]);
  }
  return table.toString();
}

interface Drained {
  readonly sends: number;
  readonly seconds: number;
}

const texts = {
  en: {
    head: ['sender', 'name', 'channel', 'per second', 'people today', 'restricted until (UTC)', 'waiting'],
    none: 'no senders',
    lifted: (kinds: string, { sends, seconds }: Drained) =>
      `lifted: ${kinds}; ${sends} messages that waited are let out within ${seconds} s`,
  },
  ko: {
    head: ['발신자', '이름', '채널', '초당', '오늘 받은 사람', '제한 종료(UTC)', '대기'],
    none: '발신자가 없습니다',
    lifted: (kinds: string, { sends, seconds }: Drained) =>
      `해제: ${kinds}. 기다리던 메시지 ${sends}건을 ${seconds}초 동안 내보냅니다`,
  },
} as const;
