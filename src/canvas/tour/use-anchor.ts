// Where the element stands that a stop shows, as long as it is shown. It moves with the canvas, so it is looked for again
// a few times a second while there is a tour, and at no other time.

import { useEffect, useState } from 'react';

export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const lookMs = 120;

/** Undefined while nothing of it is in sight. Pixels of the window. */
export function useAnchor(selectors: readonly string[]): Area | undefined {
  const [area, setArea] = useState<Area>();
  useEffect(() => {
    const look = () => setArea((before) => keep(before, findArea(selectors)));
    look();
    const timer = setInterval(look, lookMs);
    return () => clearInterval(timer);
  }, [selectors]);
  return area;
}

function findArea(selectors: readonly string[]): Area | undefined {
  for (const selector of selectors) {
    for (const element of document.querySelectorAll(selector)) {
      const { left, top, width, height } = element.getBoundingClientRect();
      const isInSight =
        width > 0 && left < innerWidth && top < innerHeight && left + width > 0 && top + height > 0;
      if (isInSight) return { left, top, width, height };
    }
  }
  return undefined;
}

function keep(before: Area | undefined, after: Area | undefined): Area | undefined {
  if (before === undefined || after === undefined) return after;
  const isSame = (['left', 'top', 'width', 'height'] as const).every((side) => before[side] === after[side]);
  return isSame ? before : after;
}
