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
