// What is certain before the first person comes in, in a few words each: the foot of the canvas. Pure.

import { toDurationWords } from '../../journey/duration-words.ts';
import type { Language } from '../../journey/issue-prose.ts';
import type { Analysis } from '../../journey/proofs/worst-case.ts';

/**
 * "at most 2 messages a person", "at most 3 d": what comes first matters most.
 *
 * @param analysis `check.analysis`: null while some step can't be read, and then nothing is certain
 */
export function proofWords(analysis: Analysis | null, language: Language): readonly string[] {
  if (analysis === null) return [];
  const { messages, longestMs, cost, starts, unknownCalls } = analysis;
  const say = words[language];
  return [
    messages.total === null ? say.anyMessages : say.messages(messages.total),
    ...(messages.total === messages.perDay || messages.perDay === null ? [] : [say.perDay(messages.perDay)]),
    longestMs === null ? say.anyTime : say.longest(toDurationWords(longestMs, language)),
    ...(cost === undefined || cost.most === null
      ? []
      : [say.cost(toMoney(cost.most, cost.currency, language))]),
    ...(starts.length === 0 ? [] : [say.starts(starts.join(', '))]),
    ...(unknownCalls.length === 0 ? [] : [say.unknown(unknownCalls.join(', '))]),
  ];
}

const locales = { en: 'en-GB', ko: 'ko-KR' } as const;

function toMoney(amount: number, currency: string, language: Language): string {
  return new Intl.NumberFormat(locales[language], { style: 'currency', currency }).format(amount);
}

const words = {
  en: {
    messages: (count: number) => `at most ${count} ${count === 1 ? 'message' : 'messages'} a person`,
    anyMessages: 'no bound on messages',
    perDay: (count: number) => `${count} in 24 hours`,
    longest: (time: string) => (time === '0 s' ? 'over at once' : `at most ${time}`),
    anyTime: 'no bound on its time',
    cost: (amount: string) => `at most ${amount} a person`,
    starts: (journeys: string) => `also starts ${journeys}`,
    unknown: (journeys: string) => `without ${journeys}`,
  },
  ko: {
    messages: (count: number) => `한 사람에게 최대 ${count}건`,
    anyMessages: '메시지 수 제한 없음',
    perDay: (count: number) => `24시간에 ${count}건`,
    longest: (time: string) => (time === '0초' ? '바로 끝남' : `가장 길게 ${time}`),
    anyTime: '기간 제한 없음',
    cost: (amount: string) => `한 사람에게 최대 ${amount}`,
    starts: (journeys: string) => `${journeys} 여정도 시작함`,
    unknown: (journeys: string) => `${journeys} 여정은 제외`,
  },
} as const;
