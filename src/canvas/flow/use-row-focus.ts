// Gives the focus to the row of a step that is to have it. A long list draws only what is in sight: it is scrolled there.

import { type RefObject, useEffect } from 'react';
import { useDrawing } from './drawing.ts';

/** @param tops where the row of each step begins, pixels from the top of the list */
export function useRowFocus(list: RefObject<HTMLElement | null>, tops: ReadonlyMap<string, number>): void {
  const focusing = useDrawing((drawing) => drawing.focusing);
  useEffect(() => {
    const top = focusing === undefined ? undefined : tops.get(focusing);
    if (focusing === undefined || top === undefined) return;
    let frame = requestAnimationFrame(function focus() {
      const row = list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(focusing)}"]`);
      if (row == null) {
        list.current?.scrollTo({ top: top - list.current.clientHeight / 2 });
        frame = requestAnimationFrame(focus);
        return;
      }
      row.focus();
      useDrawing.setState({ focusing: undefined });
    });
    return () => cancelAnimationFrame(frame);
  }, [focusing, list, tops]);
}
