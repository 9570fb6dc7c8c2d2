// The run's clock as the person's own clock shows it. Pure.

import type { Language } from '../../journey/issue-prose.ts';

interface Clock {
  /** IANA name. */
  readonly timeZone: string;
  readonly language: Language;
}

/** `Mon 4 Jan`, `1월 4일 (월)`. @param at epoch milliseconds */
export function dayText(at: number, { timeZone, language }: Clock): string {
  const options = { timeZone, weekday: 'short', day: 'numeric', month: 'short' } as const;
  return new Intl.DateTimeFormat(language === 'ko' ? 'ko-KR' : 'en-GB', options).format(at);
}

/** `10:00`, with seconds where there are some, and with the day where it is another one than `now`'s. */
export function timeText(at: number, { timeZone, language, now }: Clock & { readonly now?: number }): string {
  const day = dayText(at, { timeZone, language });
  const isFar = now !== undefined && dayText(now, { timeZone, language }) !== day;
  const hasSeconds = Math.floor(at / 1_000) % 60 !== 0;
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    ...(hasSeconds ? { second: '2-digit' } : {}),
    hourCycle: 'h23',
  }).format(at);
  return isFar ? `${day} ${time}` : time;
}
