// A run that was stopped because it does too much, in words of English and Korean. Pure.

import type { LocalizedText } from '../journey/catalogue.ts';
import type { SimulationStop } from './simulation-bound.ts';

/** Nodes of a way around that are named. */
const shownNodes = 10;

/** What was too much, and the way around. Half a sentence each, without a full stop. */
export function describeTooLong({ limit, loop }: Pick<SimulationStop, 'limit' | 'loop'>): LocalizedText {
  const count = limit.toLocaleString('en');
  const way = toWay(loop);
  return {
    en: `the run does more than ${count} things (timers and actions)${way && `; it goes around by ${way}`}`,
    ko: `여정이 하는 일(타이머와 동작)이 ${count}가지를 넘습니다${way && `. 되풀이되는 길: ${way}`}`,
  };
}

/** Around to where it began; empty where it came to no node twice. */
function toWay(loop: readonly string[]): string {
  const shown = loop.length > shownNodes ? [...loop.slice(0, shownNodes), '…'] : loop;
  return [...shown, ...loop.slice(0, 1)].join(' → ');
}
