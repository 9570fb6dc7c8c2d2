// The steps in the order in which one reads them, for lists and screen readers; and what lies beside a step, for arrow keys.
// Pure.

import { always, keysOf, targetOf } from './edges.ts';
import { type Journey, type Places, pointIn, stepOf } from './journey.ts';
import { meaningOf } from './meaning.ts';

export interface ReadingStep {
  readonly id: string;
  /** How many fallbacks and failures lead here from the start. */
  readonly level: number;
  /** False where no path leads. */
  readonly isReachable: boolean;
}

/** Down what should reach the person first, then each fallback; in the end what no path leads to. Every step once. */
export function readingOrder(
  journey: Journey,
  successesOf: (id: string) => readonly string[],
): readonly ReadingStep[] {
  const read = new Map<string, ReadingStep>();
  const readFrom = (start: string, isReachable: boolean) => {
    const pending = [{ id: start, level: 0 }];
    for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
      if (read.has(at.id) || stepOf(journey, at.id) === undefined) continue;
      read.set(at.id, { ...at, isReachable });
      pending.push(...waysFrom(journey, at, successesOf(at.id)).reverse());
    }
  };
  readFrom(journey.start, true);
  for (const id of Object.keys(journey.nodes)) readFrom(id, false);
  return [...read.values()];
}

interface Way {
  readonly id: string;
  readonly level: number;
}

/** What reaches the person before what does not, each as the author wrote it. */
function waysFrom(journey: Journey, { id, level }: Way, successes: readonly string[]): Way[] {
  const step = stepOf(journey, id);
  if (step === undefined) return [];
  const ways = keysOf(step).flatMap((key) => {
    const target = targetOf(step, key);
    if (target === undefined) return [];
    const isReached = key === always || meaningOf(key, successes) === 'reached';
    return [{ id: target, level: isReached ? level : level + 1, isReached }];
  });
  return [...ways.filter(({ isReached }) => isReached), ...ways.filter(({ isReached }) => !isReached)];
}

export type Direction = 'up' | 'down' | 'left' | 'right';

/** How much a pixel aside counts against one ahead. */
const aside = 2;

/** The nearest step that lies in a direction; undefined where there is none. @param places where all steps stand */
export function findStepBeside(places: Places, id: string, direction: Direction): string | undefined {
  const from = pointIn(places, id);
  if (from === undefined) return undefined;
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [other, { x, y }] of Object.entries(places)) {
    const [ahead, off] = turn(x - from.x, y - from.y, direction);
    if (other === id || ahead <= 0) continue;
    const distance = ahead + aside * Math.abs(off);
    if (distance < least) {
      best = other;
      least = distance;
    }
  }
  return best;
}

/** Pixels ahead and aside. */
function turn(dx: number, dy: number, direction: Direction): readonly [ahead: number, off: number] {
  if (direction === 'up') return [-dy, dx];
  if (direction === 'down') return [dy, dx];
  return direction === 'left' ? [-dx, dy] : [dx, dy];
}
