// Durations as authors write them, in words: `P1D`, `2h`. Pure.

import { findDuration } from '../../journey/duration.ts';
import { toDurationWords } from '../../journey/duration-words.ts';
import type { Language } from '../../journey/issue-prose.ts';

const units = [
  { of: 'years', en: ' y', ko: '년' },
  { of: 'months', en: ' mo', ko: '개월' },
  { of: 'weeks', en: ' wk', ko: '주' },
  { of: 'days', en: ' d', ko: '일' },
] as const;

/** `2 h`, `2시간`; the text itself where it is no duration. */
export function durationWords(text: string, language: Language): string {
  const duration = findDuration(text);
  if (duration === undefined) return text;
  const calendar = units.flatMap((unit) =>
    duration[unit.of] > 0 ? [`${duration[unit.of]}${unit[language]}`] : [],
  );
  const hasExact = duration.exactMs > 0 || calendar.length === 0;
  return [...calendar, ...(hasExact ? [toDurationWords(duration.exactMs, language)] : [])].join(' ');
}
