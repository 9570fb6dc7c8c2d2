// What clicks do: on an edge, a second one on a step or a group, and the other button.

import type { MouseEvent } from 'react';
import { useEditor } from '../state/editor.ts';
import { findEdge, isEditing } from './actions/current.ts';
import { startRenaming } from './actions/rename.ts';
import { selectEdge, selectSteps } from './actions/select.ts';
import { useDrawing } from './drawing.ts';
import { entryId, type FlowNode, type OutcomeEdge } from './to-flow.ts';

export function startWriting(_event: MouseEvent, { id }: FlowNode): void {
  if (id !== entryId) startRenaming(id);
}

export function chooseEdge(_event: MouseEvent, { id }: OutcomeEdge): void {
  if (findEdge(id) !== undefined) selectEdge(id);
}

/** The menu key of the keyboard comes here too: the menu then opens at the step. */
export function openStepMenu(event: MouseEvent, { id, type }: FlowNode): void {
  if (type !== 'step' || !isEditing()) return;
  event.preventDefault();
  if (!useEditor.getState().selection.steps.has(id)) selectSteps([id]);
  useDrawing.setState({ menu: { step: id, at: { x: event.clientX, y: event.clientY } } });
}
