// The senders as a table for a person at a terminal: how fast they are, what bars them, what waits at their gate. Pure.

import Table from 'cli-table3';
import type { SenderSummary } from '../../client/client.ts';
import type { Language } from '../../journey/issue-prose.ts';
import { policyWords, restrictionWords } from '../../simulator/policy-words.ts';
import type { ConsolePort } from '../console-port.ts';
import { toUtcMinute } from '../utc-minute.ts';

export function sendersTable(
  senders: readonly SenderSummary[],
  { language, console }: { readonly language: Language; readonly console: Pick<ConsolePort, 'paint'> },
): string {
  const table = new Table({ head: [...texts[language].head], style: { head: [], border: [] } });
  for (const { id, channel, name, active, rate, people, restrictions, parked } of senders) {
    const bars = restrictions.map((restriction) => barText(restriction, language));
    const waiting = Object.entries(parked).map(
      ([policy, sends]) => `${policyWords(policy, undefined, toUtcMinute)[language]}: ${sends}`,
    );
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

function barText({ kind, detail, until }: SenderSummary['restrictions'][number], language: Language): string {
  const country = detail === '' ? '' : ` (+${detail})`;
  const what = `${restrictionWords(kind)[language]}${country}`;
  return until === null ? what : texts[language].until(what, toUtcMinute(until));
}

const texts = {
  en: {
    head: ['sender', 'name', 'channel', 'per second', 'people today', 'barred by Meta', 'waiting'],
    until: (what: string, instant: string) => `${what} until ${instant}`,
  },
  ko: {
    head: ['발신자', '이름', '채널', '초당', '오늘 받은 사람', '메타의 제한', '대기'],
    until: (what: string, instant: string) => `${what}, ${instant}까지`,
  },
} as const;
