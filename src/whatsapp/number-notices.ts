// What an operator should know of how Meta shows a number now, against how it did before. Pure.

import type { NumberShown } from './number-shown.ts';

export interface NumberNotice {
  readonly event: string;
  readonly severity: 'info' | 'warning' | 'critical';
  readonly facts: Readonly<Record<string, string>>;
}

/** Meta's words as they were; null before the first time. */
export interface NumberWords {
  readonly health: string | null;
  readonly quality: string | null;
}

/** Changes only; at the first time, only what is wrong. */
export function noticesOf(before: NumberWords, { health, quality }: NumberShown): NumberNotice[] {
  const notices: NumberNotice[] = [];
  if (health !== undefined && health.word !== (before.health ?? 'AVAILABLE')) {
    const severity = severities[health.word] ?? 'info';
    const { entities, codes } = health;
    const facts = { ...factOf('entities', entities), ...factOf('codes', codes) };
    notices.push({ event: `HEALTH_${health.word}`, severity, facts });
  }
  if (quality !== undefined && isNewQuality(before.quality, quality)) {
    notices.push({ event: `QUALITY_${quality}`, severity: severities[quality] ?? 'info', facts: {} });
  }
  return notices;
}

const severities: { readonly [word: string]: NumberNotice['severity'] } = {
  BLOCKED: 'critical',
  LIMITED: 'warning',
  RED: 'warning',
};

function isNewQuality(before: string | null, quality: string): boolean {
  return before === null ? quality === 'RED' || quality === 'YELLOW' : before !== quality;
}

function factOf(name: string, words: readonly string[]): Record<string, string> {
  return words.length === 0 ? {} : { [name]: words.join(', ') };
}
