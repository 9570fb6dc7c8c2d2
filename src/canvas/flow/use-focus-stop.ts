// One step of the canvas is reached by Tab; arrow keys lead on from there.

import { type FocusEvent, useEffect, useRef } from 'react';
import { useEditor } from '../state/editor.ts';
import { selectSteps } from './actions/select.ts';
import { useDrawing } from './drawing.ts';

export function useFocusStop(id: string) {
  const ref = useRef<HTMLDivElement>(null);
  const start = useEditor(({ history }) => history?.present.start === id);
  const isStop = useDrawing(({ tabStop }) => (tabStop === undefined ? start : tabStop === id));
  const isFocusing = useDrawing(({ focusing }) => focusing === id);
  useEffect(() => {
    if (!isFocusing) return;
    // A step that is new is hidden until React Flow has measured it, and can't be focused before.
    let frame = requestAnimationFrame(function focus() {
      ref.current?.focus({ preventScroll: true });
      if (document.activeElement === ref.current) useDrawing.setState({ focusing: undefined });
      else frame = requestAnimationFrame(focus);
    });
    return () => cancelAnimationFrame(frame);
  }, [isFocusing]);
  return {
    ref,
    tabIndex: isStop ? 0 : -1,
    onFocus: ({ target, currentTarget }: FocusEvent<HTMLDivElement>) => {
      if (target !== currentTarget) return;
      useDrawing.setState({ tabStop: id });
      const { selection } = useEditor.getState();
      if (currentTarget.matches(':focus-visible') && !selection.steps.has(id)) selectSteps([id]);
    },
  };
}
