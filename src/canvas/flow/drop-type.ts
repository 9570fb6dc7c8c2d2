// A step type that is dragged from the palette onto the canvas, or onto an edge.

import type { DragEvent } from 'react';
import { stepWidth } from '../model/layout.ts';
import { useCatalogue } from '../state/catalogue.ts';
import { addAt, insertInto } from './actions/add.ts';
import { findEdge, isEditing } from './actions/current.ts';
import { useDrawing } from './drawing.ts';

const format = 'application/x-jornada-step-type';

export function takeType({ dataTransfer }: DragEvent, type: string): void {
  dataTransfer.setData(format, type);
  dataTransfer.effectAllowed = 'copy';
}

export function keepDropping(event: DragEvent): void {
  if (!isEditing() || !event.dataTransfer.types.includes(format)) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = 'copy';
}

export function dropType(event: DragEvent): void {
  const type = useCatalogue.getState().nodeTypes.get(event.dataTransfer.getData(format));
  const { instance } = useDrawing.getState();
  if (type === undefined || instance === undefined || !isEditing()) return;
  event.preventDefault();
  const line = event.target instanceof Element ? event.target.closest('[data-edge]') : null;
  const edge = findEdge(line?.getAttribute('data-edge') ?? undefined);
  if (edge !== undefined && !type.annotation) insertInto(edge, type);
  else {
    const { x, y } = instance.screenToFlowPosition({ x: event.clientX, y: event.clientY });
    addAt(type, { x: x - stepWidth / 2, y: y - 24 });
  }
}
