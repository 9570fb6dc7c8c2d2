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
    ref.current?.focus({ preventScroll: true });
    useDrawing.setState({ focusing: undefined });
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
