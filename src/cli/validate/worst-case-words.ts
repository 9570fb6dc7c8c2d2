// The worst that a journey can do to one person, in a sentence.

import { toDurationWords } from '../../journey/duration-words.ts';
import type { Language } from '../../journey/issue-prose.ts';
import type { Analysis } from '../../journey/proofs/worst-case.ts';

export function toWorstCase(
  { messages, byChannel, longestMs, cost, starts, unknownCalls }: Analysis,
  language: Language,
): string {
  const word = words[language];
  const count = (bound: number | null) => (bound === null ? word.unbounded : String(bound));
  const channels = Object.entries(byChannel).map(([channel, { total }]) => `${channel} ${count(total)}`);
  const parts = [
    word.messages(count(messages.total), channels.join(', ')),
    word.perDay(count(messages.perDay)),
    longestMs === null ? word.noEnd : word.longest(toDurationWords(longestMs, language)),
    ...(cost === undefined ? [] : [word.cost(count(cost.most), cost.currency)]),
    ...(starts.length === 0 ? [] : [word.starts(starts.join(', '))]),
    ...(unknownCalls.length === 0 ? [] : [word.unknownCalls(unknownCalls.join(', '))]),
  ];
  return `${word.title}: ${parts.join('; ')}`;
}

const inBrackets = (text: string) => (text === '' ? '' : ` (${text})`);

const words = {
  en: {
    title: 'at worst, for one person',
    unbounded: 'without a bound',
    messages: (count: string, channels: string) => `messages: ${count}${inBrackets(channels)}`,
    perDay: (count: string) => `in 24 hours: ${count}`,
    longest: (time: string) => `ends within ${time}`,
    noEnd: 'no bound on its time',
    cost: (amount: string, currency: string) => `costs ${amount} ${currency}`,
    starts: (journeys: string) => `besides, it starts ${journeys}`,
    unknownCalls: (journeys: string) => `not counted: ${journeys}`,
  },
  ko: {
    title: '한 사람에게 최악의 경우',
    unbounded: '제한 없음',
    messages: (count: string, channels: string) => `메시지: ${count}${inBrackets(channels)}`,
    perDay: (count: string) => `24시간 안에: ${count}`,
    longest: (time: string) => `${time} 안에 끝남`,
    noEnd: '기간 제한 없음',
    cost: (amount: string, currency: string) => `비용 ${amount} ${currency}`,
    starts: (journeys: string) => `추가로 시작되는 여정: ${journeys}`,
    unknownCalls: (journeys: string) => `세지 않은 여정: ${journeys}`,
  },
} as const;
