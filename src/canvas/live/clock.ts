// Instants as a person's own clock shows them. Pure.

import type { Language } from '../../journey/issue-prose.ts';

export interface Clock {
  /** `09:12:04` */
  readonly time: (instant: string) => string;
  /** `Tue 3 Mar`: the day, where it has to be said. */
  readonly day: (instant: string) => string;
  /** As short as can be understood at `now`: `11:12`, `Wed 09:12`, `3 Mar 09:12`. */
  readonly short: (instant: string, now: number) => string;
}

const dayMs = 86_400_000;

export function createClock(timeZone: string, language: Language): Clock {
  const locale = language === 'ko' ? 'ko-KR' : 'en-GB';
  const formatter = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone, hourCycle: 'h23', ...options });
    return (instant: string | number) => format.format(new Date(instant));
  };
  const minute = formatter({ hour: '2-digit', minute: '2-digit' });
  const weekday = formatter({ weekday: language === 'ko' ? 'long' : 'short' });
  const date = formatter({ day: 'numeric', month: 'short' });
  const wholeDay = formatter({ year: 'numeric', month: '2-digit', day: '2-digit' });
  return {
    time: formatter({ hour: '2-digit', minute: '2-digit', second: '2-digit' }),
    day: formatter({ weekday: 'short', day: 'numeric', month: 'short' }),
    short(instant, now) {
      if (wholeDay(instant) === wholeDay(now)) return minute(instant);
      const isNear = Math.abs(Date.parse(instant) - now) < 6 * dayMs;
      return `${isNear ? weekday(instant) : date(instant)} ${minute(instant)}`;
    },
  };
}

/** `0.9 s`, `12 s`, `4 min`, `2 h 5 min`: how long something took. */
export function tookWords(ms: number, language: Language): string {
  const ko = language === 'ko';
  const seconds = Math.max(0, ms) / 1_000;
  if (seconds < 10) return `${seconds.toFixed(1)}${ko ? '초' : ' s'}`;
  if (seconds < 60) return `${Math.round(seconds)}${ko ? '초' : ' s'}`;
  const minutes = Math.round(seconds / 60);
  const parts = [
    [Math.floor(minutes / 1_440), ko ? '일' : ' d'],
    [Math.floor(minutes / 60) % 24, ko ? '시간' : ' h'],
    [minutes % 60, ko ? '분' : ' min'],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .slice(0, 2)
    .map(([count, unit]) => `${count}${unit}`)
    .join(' ');
}
