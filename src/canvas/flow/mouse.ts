// What a second click and the other button do to steps and groups.

import type { MouseEvent } from 'react';
import { useEditor } from '../state/editor.ts';
import { isEditing } from './actions/current.ts';
import { startRenaming } from './actions/rename.ts';
import { selectSteps } from './actions/select.ts';
import { useDrawing } from './drawing.ts';
import { entryId, type FlowNode } from './to-flow.ts';

export function startWriting(_event: MouseEvent, { id }: FlowNode): void {
  if (id !== entryId) startRenaming(id);
}

/** The menu key of the keyboard comes here too: the menu then opens at the step. */
export function openStepMenu(event: MouseEvent, { id, type }: FlowNode): void {
  if (type !== 'step' || !isEditing()) return;
  event.preventDefault();
  if (!useEditor.getState().selection.steps.has(id)) selectSteps([id]);
  useDrawing.setState({ menu: { step: id, at: { x: event.clientX, y: event.clientY } } });
}
