// What is selected, where the focus is, and what of the journey is in sight.

import { drawnPlaces, foldedAround, groupsOf } from '../../model/groups.ts';
import { stepWidth } from '../../model/layout.ts';
import { type Direction, findStepBeside } from '../../model/reading-order.ts';
import { nothing, useEditor } from '../../state/editor.ts';
import { allPlaces, useDrawing } from '../drawing.ts';
import { frameId, typicalHeight } from '../frames.ts';
import { currentJourney, edgesFrom, selectedSteps } from './current.ts';
import { glideMs } from './view.ts';

export function selectSteps(ids: Iterable<string>): void {
  useEditor.getState().select({ steps: new Set(ids) });
}

export function selectEdge(id: string): void {
  useEditor.getState().select({ steps: new Set(), edge: id });
}

/** Selects a step and gives it the focus; the view stays. */
export function takeUp(id: string): void {
  selectSteps([id]);
  giveFocus(id);
}

/** Selects a step, brings it into sight and gives it the focus. */
export function goTo(id: string): void {
  takeUp(id);
  reveal(id);
}

export function focusStep(id: string): void {
  giveFocus(id);
  reveal(id);
}

/** The box of a folded group has it for the steps in it. */
function giveFocus(id: string): void {
  const { isList } = useDrawing.getState();
  const journey = currentJourney();
  const group = isList || journey === undefined ? undefined : foldedAround(journey, id);
  useDrawing.setState({ tabStop: id, focusing: group === undefined ? id : frameId(group.id) });
}

/** On the canvas its frame, in the list its first step. */
export function focusGroup(id: string): void {
  const journey = currentJourney();
  const steps = (journey && groupsOf(journey).find((group) => group.id === id)?.steps) ?? [];
  const { isList } = useDrawing.getState();
  useDrawing.setState({ focusing: isList ? steps[0] : frameId(id) });
}

/** The step that is selected, else the one where the keyboard was, has the focus in the other view too. */
export function toggleList(): void {
  const { isList, tabStop } = useDrawing.getState();
  useDrawing.setState({ isList: !isList });
  const journey = currentJourney();
  const steps = [...selectedSteps(), tabStop, journey?.start];
  const step = steps.find((id) => id !== undefined && Object.hasOwn(journey?.nodes ?? {}, id));
  if (step !== undefined) focusStep(step);
}

/** The next step in a direction; `isMore` keeps those that are selected. Begins at the start where none is. */
export function moveTo(direction: Direction, { isMore = false } = {}): void {
  const journey = currentJourney();
  if (journey === undefined) return;
  const selected = selectedSteps();
  const { tabStop } = useDrawing.getState();
  const places = drawnPlaces(journey, allPlaces());
  const together = (id: string) => foldedAround(journey, id)?.steps ?? [id];
  const last = tabStop !== undefined && selected.includes(tabStop) ? tabStop : selected[0];
  const from = last && together(last).find((id) => Object.hasOwn(places, id));
  const to = from === undefined ? journey.start : findStepBeside(places, from, direction);
  if (to === undefined || !Object.hasOwn(journey.nodes, to)) return;
  selectSteps(isMore ? [...selected, ...together(to)] : together(to));
  focusStep(to);
}

export function selectAll(): void {
  selectSteps(Object.keys(currentJourney()?.nodes ?? {}));
}

export function selectNothing(): void {
  useEditor.getState().select(nothing);
}

/** From a step to the first of its edges, from an edge to the next one of the same step, from the last to the step. */
export function selectNextEdge(): void {
  const journey = currentJourney();
  if (journey === undefined) return;
  const { edge: id } = useEditor.getState().selection;
  const source = id?.split('→')[0] ?? selectedSteps()[0];
  if (source === undefined) return;
  const edges = edgesFrom(journey, source);
  const next = edges[edges.findIndex((edge) => edge.id === id) + 1];
  if (next === undefined) goTo(source);
  else selectEdge(next.id);
}

/** Pixels of the window that a step keeps from the border; at the foot stand the zoom and the proofs. */
const margin = { side: 16, foot: 80 } as const;

/** Moves the view by as little as it takes to bring a step into sight. */
export function reveal(id: string): void {
  const { instance, heights } = useDrawing.getState();
  const journey = currentJourney();
  const [box = id] = (journey && foldedAround(journey, id)?.steps) ?? [];
  const place = journey && drawnPlaces(journey, allPlaces())[box];
  const canvas = document.querySelector('.react-flow')?.getBoundingClientRect();
  if (instance === undefined || place === undefined || canvas === undefined) return;
  const height = heights.get(id) ?? typicalHeight;
  const from = instance.flowToScreenPosition(place);
  const to = instance.flowToScreenPosition({ x: place.x + stepWidth, y: place.y + height });
  const by = {
    x: shift([from.x, to.x], [canvas.left + margin.side, canvas.right - margin.side]),
    y: shift([from.y, to.y], [canvas.top + margin.side, canvas.bottom - margin.foot]),
  };
  if (by.x === 0 && by.y === 0) return;
  const { x, y, zoom } = instance.getViewport();
  instance.setViewport({ x: x + by.x, y: y + by.y, zoom }, { duration: glideMs() });
}

type Span = readonly [from: number, to: number];

/** How far a span has to move to lie within another; its beginning counts more than its end. */
function shift([from, to]: Span, [first, last]: Span): number {
  if (from < first) return first - from;
  return to > last ? Math.max(last - to, first - from) : 0;
}
