// What is seen of the drawing: zoom, all of it, the small map.

import { getNodesBounds, getViewportForBounds, type Viewport } from '@xyflow/react';
import type { Point } from '../../model/journey.ts';
import { stepWidth } from '../../model/layout.ts';
import { useDrawing } from '../drawing.ts';
import type { FlowNode } from '../to-flow.ts';
import { currentJourney } from './current.ts';

/** Far enough for a journey of a thousand steps. */
export const minZoom = 0.1;
/** At the foot stand the zoom and the proofs. */
const fitting = {
  padding: { top: '40px', right: '48px', bottom: '88px', left: '48px' },
  maxZoom: 1,
} as const;

/** Where the view would be if all of these were fitted into it. @param size of the canvas, pixels */
export function viewOfAll(
  nodes: FlowNode[],
  { width, height }: { readonly width: number; readonly height: number },
): Viewport {
  const { padding, maxZoom } = fitting;
  return getViewportForBounds(getNodesBounds(nodes), width, height, minZoom, maxZoom, padding);
}

export function fitView(): void {
  showAll(glideMs());
}

export function fitAtOnce(): void {
  showAll(0);
}

function showAll(duration: number): void {
  // React Flow would keep the wish until the first step is drawn, and move the view from under it then.
  if (Object.keys(currentJourney()?.nodes ?? {}).length === 0) return;
  useDrawing.getState().instance?.fitView({ ...fitting, duration });
}

export function zoomIn(): void {
  useDrawing.getState().instance?.zoomIn({ duration: glideMs() });
}

export function zoomOut(): void {
  useDrawing.getState().instance?.zoomOut({ duration: glideMs() });
}

/** @param zoom 1 is 100% */
export function zoomTo(zoom: number): void {
  useDrawing.getState().instance?.zoomTo(zoom, { duration: glideMs() });
}

/** @param point of the canvas */
export function centerAt({ x, y }: Point): void {
  const { instance } = useDrawing.getState();
  instance?.setCenter(x, y, { zoom: instance.getZoom(), duration: glideMs() });
}

export function toggleMiniMap(): void {
  useDrawing.setState(({ hasMiniMap }) => ({ hasMiniMap: !hasMiniMap }));
}

/** Milliseconds of a movement of the view; none where the reader has stilled the page. */
export function glideMs(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 160;
}

/** Where a step stands in the middle of what is seen, somewhat above. */
export function middleOfView(): Point {
  const { instance } = useDrawing.getState();
  const canvas = document.querySelector('.react-flow')?.getBoundingClientRect();
  if (instance === undefined || canvas === undefined) return { x: 0, y: 0 };
  const { x, y } = instance.screenToFlowPosition({
    x: canvas.left + canvas.width / 2,
    y: canvas.top + canvas.height / 3,
  });
  return { x: x - stepWidth / 2, y };
}
