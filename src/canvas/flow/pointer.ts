// Where a mouse or a finger is, and what of the journey is drawn there.

import type { Point } from '../model/journey.ts';

export type Pressed = MouseEvent | TouchEvent;

/** Pixels of the window. */
export function pointOf(event: Pressed): Point {
  const { clientX: x, clientY: y } =
    'changedTouches' in event ? (event.changedTouches[0] ?? { clientX: 0, clientY: 0 }) : event;
  return { x, y };
}

export interface StepAt {
  readonly step: string;
  /** Where a chip is. */
  readonly outcome?: string | undefined;
}

/** The step that is drawn at a point of the window, and the outcome of it. */
export function stepAt({ x, y }: Point): StepAt | undefined {
  const under = document.elementFromPoint(x, y);
  const step = under?.closest<HTMLElement>('.react-flow [data-step]')?.dataset['step'];
  const outcome = under?.closest<HTMLElement>('[data-outcome]')?.dataset['outcome'];
  return step === undefined ? undefined : { step, outcome };
}
