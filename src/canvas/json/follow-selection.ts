// What is selected on the canvas is marked in the text and scrolled to; where the cursor is, that step is selected; a
// problem that was clicked is scrolled to.

import { EditorSelection, StateEffect, type TransactionSpec } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEditor } from '../state/editor.ts';
import { useFocus, type Wanted } from '../state/focus.ts';
import { isCheckOf } from '../state/follow-check.ts';
import { toSpan } from './diagnostics.ts';
import { findNearest, findSpan, pathAt } from './places.ts';
import { markSteps, stepMarks } from './step-marks.ts';

/** @returns stops following */
export function followSelection(view: EditorView): () => void {
  let isFromHere = false;
  const listener = EditorView.updateListener.of(({ selectionSet, transactions, state }) => {
    if (!selectionSet || !transactions.some((one) => one.isUserEvent('select'))) return;
    const id = stepAt(pathAt(state, state.selection.main.head).path);
    const { selection, select } = useEditor.getState();
    if (id === undefined || (selection.steps.has(id) && selection.steps.size === 1)) return;
    isFromHere = true;
    select({ steps: new Set([id]) });
    isFromHere = false;
  });
  view.dispatch({ effects: StateEffect.appendConfig.of([stepMarks, listener]) });
  view.dispatch(mark(view, { isScrolled: true }));
  const unsubscribe = useEditor.subscribe(({ selection, history }, before) => {
    const isSelected = selection !== before.selection;
    if (isSelected || history !== before.history)
      view.dispatch(mark(view, { isScrolled: isSelected && !isFromHere }));
  });
  const unwant = useFocus.subscribe(({ wanted }, before) => {
    if (wanted !== undefined && wanted !== before.wanted) view.dispatch(goTo(view, wanted));
  });
  return () => {
    unsubscribe();
    unwant();
  };
}

function mark({ state }: EditorView, { isScrolled }: { readonly isScrolled: boolean }): TransactionSpec {
  const { steps } = useEditor.getState().selection;
  const spans = [...steps].flatMap((id) => findSpan(state, ['nodes', id]) ?? []);
  const [first] = spans;
  const effects: StateEffect<unknown>[] = [markSteps.of(spans)];
  if (isScrolled && first !== undefined) {
    const range = EditorSelection.range(first.to, first.from);
    effects.push(EditorView.scrollIntoView(range, { y: 'nearest', yMargin: 40 }));
  }
  return { effects };
}

function goTo({ state }: EditorView, { path, range }: Wanted): TransactionSpec {
  const { check, history } = useEditor.getState();
  const span =
    range !== null && isCheckOf(check, history?.present) ? toSpan(state, range) : findNearest(state, path);
  return {
    selection: { anchor: span.from, head: span.to },
    effects: EditorView.scrollIntoView(span.from, { y: 'center' }),
  };
}

function stepAt([section, id]: readonly (string | number)[]): string | undefined {
  const nodes = useEditor.getState().history?.present.nodes ?? {};
  return section === 'nodes' && id !== undefined && Object.hasOwn(nodes, id) ? String(id) : undefined;
}
