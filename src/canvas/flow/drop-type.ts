// A step type that is carried from the palette onto the canvas, or onto an edge: by pointer events, which fingers and pens
// have too. The browser's own dragging has no touch, and a button that is pressed keeps it from beginning.

import type { PointerEvent as PointerDown } from 'react';
import type { NodeTypeAnswer } from '../../journey/describe-node-type.ts';
import type { Point } from '../model/journey.ts';
import { stepWidth } from '../model/layout.ts';
import { addAt, insertInto, write } from './actions/add.ts';
import { findEdge } from './actions/current.ts';
import { takeUp } from './actions/select.ts';
import { useDrawing } from './drawing.ts';

/** Pixels that a pointer moves before it carries what it has pressed. */
const threshold = 4;

/** A button of the palette is pressed: where the pointer lets go of it, the step will stand. Escape puts it back. */
export function carryType(down: PointerDown, type: NodeTypeAnswer): void {
  if (down.button !== 0) return;
  const { pointerId, currentTarget } = down;
  const listening = new AbortController();
  const { signal } = listening;
  const isCarried = () => useDrawing.getState().carried !== undefined;
  const end = () => {
    listening.abort();
    useDrawing.setState({ carried: undefined });
  };
  const move = ({ clientX: x, clientY: y }: PointerEvent) => {
    if (!isCarried()) {
      if (Math.hypot(x - down.clientX, y - down.clientY) < threshold) return;
      // As if the browser had begun a drag: the button is no longer pressed.
      currentTarget.dispatchEvent(new PointerEvent('pointercancel', { bubbles: true }));
    }
    useDrawing.setState({ carried: { type, at: { x, y } } });
  };
  const drop = ({ clientX: x, clientY: y }: PointerEvent) => {
    const wasCarried = isCarried();
    end();
    if (wasCarried) dropType(type, { x, y });
  };
  const mine = (listener: (event: PointerEvent) => void) => (event: PointerEvent) => {
    if (event.pointerId === pointerId) listener(event);
  };
  addEventListener('pointermove', mine(move), { signal });
  addEventListener('pointerup', mine(drop), { signal });
  addEventListener('pointercancel', mine(end), { signal });
  addEventListener('keydown', (event) => putBack(event, end), { signal, capture: true });
}

function putBack(event: KeyboardEvent, end: () => void): void {
  if (event.key !== 'Escape') return;
  event.stopPropagation();
  end();
}

/** @param at pixels of the window */
function dropType(type: NodeTypeAnswer, at: Point): void {
  const { instance } = useDrawing.getState();
  const under = document.elementFromPoint(at.x, at.y);
  if (instance === undefined || under?.closest('.react-flow') == null) return;
  const line = under.closest<HTMLElement | SVGElement>('[data-edge], [data-label]');
  const edge = findEdge(line?.dataset['edge'] ?? line?.dataset['label']);
  if (edge !== undefined && !type.annotation) insertInto(edge, type);
  else {
    const { x, y } = instance.screenToFlowPosition(at);
    const id = addAt(type, { x: x - stepWidth / 2, y: y - 24 });
    if (id === undefined) return;
    takeUp(id);
    if (type.annotation) write(id);
  }
}
