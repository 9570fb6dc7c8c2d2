// Where the tour's card stands beside what it shows: right of it, else left, below, above; in the corner where nothing is
// in sight. Pure.

import type { Area } from './use-anchor.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

const gap = 16;
const margin = 16;

/** @returns left and top, in pixels of the window */
export function placeCard(
  anchor: Area | undefined,
  card: Size,
  page: Size,
): { readonly left: number; readonly top: number } {
  const most = { left: page.width - card.width - margin, top: page.height - card.height - margin };
  if (anchor === undefined) return most;
  const right = anchor.left + anchor.width + gap;
  const left = anchor.left - card.width - gap;
  const beside = clamp(anchor.top, margin, most.top);
  if (right >= margin && right <= most.left) return { left: right, top: beside };
  if (left >= margin && left <= most.left) return { left, top: beside };
  const below = anchor.top + anchor.height + gap;
  return {
    left: clamp(anchor.left, margin, most.left),
    top:
      below >= margin && below <= most.top ? below : clamp(anchor.top - card.height - gap, margin, most.top),
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
