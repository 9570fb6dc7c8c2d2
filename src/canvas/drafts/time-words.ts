// When something was, as short as it can be: the time of a day that is today, else the day too. Pure.

import type { Language } from '../../journey/issue-prose.ts';

const locales = { en: 'en-GB', ko: 'ko-KR' } as const;

/** @param instant ISO 8601 @param now milliseconds, for what today is */
export function timeWords(instant: string, language: Language, now = Date.now()): string {
  const at = new Date(instant);
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const isToday = at.toDateString() === new Date(now).toDateString();
  const isThisYear = at.getFullYear() === new Date(now).getFullYear();
  const day = { month: 'short', day: 'numeric', ...(isThisYear ? {} : { year: 'numeric' }) } as const;
  return new Intl.DateTimeFormat(locales[language], isToday ? time : { ...day, ...time }).format(at);
}
