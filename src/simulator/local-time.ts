// An instant as the person's wall clock shows it: what quiet hours and delays go by.

import type { Language } from '../journey/issue-prose.ts';

/** `2027-01-04 Mon 10:00:00`; of constant width in one language. */
export function createLocalTime(timeZone: string, language: Language): (instantMs: number) => string {
  const format = new Intl.DateTimeFormat(language, {
    timeZone,
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  return (instantMs) => {
    const parts = Object.fromEntries(format.formatToParts(instantMs).map(({ type, value }) => [type, value]));
    const { year, month, day, weekday, hour, minute, second } = parts;
    return `${year}-${month}-${day} ${weekday} ${hour}:${minute}:${second}`;
  };
}

/** `Mon 4 Jan 12:00`, `1월 4일 (월) 12:00`, with seconds where there are some: for lines that are read, not compared. */
export function createBriefTime(timeZone: string, language: Language): (instantMs: number) => string {
  const locale = language === 'ko' ? 'ko-KR' : 'en-GB';
  const day = new Intl.DateTimeFormat(locale, { timeZone, weekday: 'short', day: 'numeric', month: 'short' });
  const clock = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const time = new Intl.DateTimeFormat('en-GB', clock);
  const exact = new Intl.DateTimeFormat('en-GB', { ...clock, second: '2-digit' });
  return (instantMs) => {
    const hasSeconds = Math.floor(instantMs / 1_000) % 60 !== 0;
    return `${day.format(instantMs)} ${(hasSeconds ? exact : time).format(instantMs)}`;
  };
}
