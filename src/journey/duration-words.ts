// A span of time as people say it: its two largest units.

import type { Language } from './issue-prose.ts';

const units = [
  { ms: 86_400_000, en: ' d', ko: '일' },
  { ms: 3_600_000, en: ' h', ko: '시간' },
  { ms: 60_000, en: ' min', ko: '분' },
  { ms: 1_000, en: ' s', ko: '초' },
] as const;

/** `3 d 4 h`, `3일 4시간`; less than a second is none. */
export function toDurationWords(durationMs: number, language: Language): string {
  const words: string[] = [];
  let left = durationMs;
  for (const unit of units) {
    const count = Math.floor(left / unit.ms);
    left -= count * unit.ms;
    if (count > 0) words.push(`${count}${unit[language]}`);
    else if (words.length > 0) break;
    if (words.length === 2) break;
  }
  return words.length === 0 ? `0${units[3][language]}` : words.join(' ');
}
