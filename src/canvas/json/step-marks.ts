// Marks the blocks of the steps that are selected on the canvas.

import { type EditorState, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import type { TextSpan } from './places.ts';

export const markSteps = StateEffect.define<readonly TextSpan[]>();

const line = Decoration.line({ class: 'cm-step' });

export const stepMarks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (marks, { changes, effects, state }) => {
    const effect = effects.findLast((one) => one.is(markSteps));
    return effect?.is(markSteps) ? toMarks(state, effect.value) : marks.map(changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

function toMarks({ doc }: EditorState, spans: readonly TextSpan[]): DecorationSet {
  const starts = spans.flatMap(({ from, to }) => {
    const [first, last] = [doc.lineAt(from).number, doc.lineAt(to).number];
    return Array.from({ length: last - first + 1 }, (_, index) => doc.line(first + index).from);
  });
  return Decoration.set([...new Set(starts)].sort((a, b) => a - b).map((start) => line.range(start)));
}
