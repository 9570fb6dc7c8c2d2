// One step of the canvas is reached by Tab; arrow keys lead on from there.

import { useStoreApi } from '@xyflow/react';
import { type FocusEvent, useEffect } from 'react';
import { useEditor } from '../state/editor.ts';
import { selectSteps } from './actions/select.ts';
import { useDrawing } from './drawing.ts';
import { groupOfFrame } from './frames.ts';

export function useFocusStop(id: string) {
  const start = useEditor(({ history }) => history?.present.start === id);
  const isStop = useDrawing(({ tabStop }) => (tabStop === undefined ? start : tabStop === id));
  return { tabIndex: isStop ? 0 : -1, onFocus: keepFocus };
}

export function keepFocus({ target, currentTarget }: FocusEvent<HTMLDivElement>): void {
  const id = currentTarget.dataset['step'];
  if (target !== currentTarget || id === undefined) return;
  useDrawing.setState({ tabStop: id });
  const { selection } = useEditor.getState();
  if (currentTarget.matches(':focus-visible') && !selection.steps.has(id)) selectSteps([id]);
}

/** Gives the focus to the step that is to have it. */
export function useFocusing(): void {
  const store = useStoreApi();
  const focusing = useDrawing((drawing) => drawing.focusing);
  const isList = useDrawing((drawing) => drawing.isList);
  useEffect(() => {
    if (focusing === undefined || isList) return;
    const group = groupOfFrame(focusing);
    const selector =
      group === undefined ? `[data-step="${CSS.escape(focusing)}"]` : `[data-group="${CSS.escape(group)}"]`;
    // A step that is new is hidden until React Flow has measured it, and can't be focused before.
    let frame = requestAnimationFrame(function focus() {
      const box = store.getState().domNode?.querySelector<HTMLElement>(selector);
      // A note that was just added is written at once.
      const at = box?.querySelector<HTMLElement>('input, textarea') ?? box;
      at?.focus({ preventScroll: true });
      if (at != null && document.activeElement === at) useDrawing.setState({ focusing: undefined });
      else frame = requestAnimationFrame(focus);
    });
    return () => cancelAnimationFrame(frame);
  }, [focusing, isList, store]);
}
