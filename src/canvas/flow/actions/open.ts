// What opens beside or over the canvas for the selected step.

import type { Connection } from '../../model/commands/connect.ts';
import type { Point } from '../../model/journey.ts';
import { useEditor } from '../../state/editor.ts';
import { stepOfRow } from '../outcome-rows.ts';

export type Outcome = Omit<Connection, 'target'>;

/** Puts the focus into the panel, on its first field. */
export function openPanel(): void {
  const panel = document.querySelector('aside');
  const first = panel?.querySelector<HTMLElement>(
    '[role="tabpanel"] :is(input, textarea, button, [tabindex="0"]), input, textarea, button',
  );
  first?.focus();
}

/** The line of the list that has the focus, where it is an outcome: keys are meant for it, not for its step. */
export function outcomeOfFocus(): Outcome | undefined {
  const row = document.activeElement?.closest<HTMLElement>('[role="row"][data-outcome]');
  const { outcome: key, key: id } = row?.dataset ?? {};
  return key === undefined || id === undefined ? undefined : { source: stepOfRow(id), key };
}

/** Pixels of the window: below what has the focus, else in the middle of the canvas. */
export function pointOfFocus(): Point {
  const { edge } = useEditor.getState().selection;
  const shown =
    (edge === undefined ? null : document.querySelector(`[data-label="${CSS.escape(edge)}"]`)) ??
    document.activeElement?.closest('[data-step], [role="row"]') ??
    document.querySelector('.react-flow');
  const area = shown?.getBoundingClientRect();
  if (area === undefined) return { x: 0, y: 0 };
  const isCanvas = shown?.matches('.react-flow') === true;
  return isCanvas
    ? { x: area.left + area.width / 2, y: area.top + area.height / 3 }
    : { x: area.left + 40, y: area.bottom + 4 };
}
