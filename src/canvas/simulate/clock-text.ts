// The run's clock as the person's own clock shows it. Pure but for the formats that it keeps: to make one takes long, and a
// story has thousands of times.

import type { Language } from '../../journey/issue-prose.ts';

interface Clock {
  /** IANA name. */
  readonly timeZone: string;
  readonly language: Language;
}

/** `Mon 4 Jan`, `1월 4일 (월)`. @param at epoch milliseconds */
export function dayText(at: number, { timeZone, language }: Clock): string {
  const locale = language === 'ko' ? 'ko-KR' : 'en-GB';
  return formatFor(locale, { timeZone, weekday: 'short', day: 'numeric', month: 'short' }).format(at);
}

/** `10:00`, with seconds where there are some, and with the day where it is another one than `now`'s. */
export function timeText(at: number, { timeZone, language, now }: Clock & { readonly now?: number }): string {
  const hasSeconds = Math.floor(at / 1_000) % 60 !== 0;
  const time = formatFor('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    ...(hasSeconds ? { second: '2-digit' } : {}),
    hourCycle: 'h23',
  }).format(at);
  if (now === undefined) return time;
  const day = dayText(at, { timeZone, language });
  return dayText(now, { timeZone, language }) === day ? time : `${day} ${time}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const kept = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, kept);
  return kept;
}
