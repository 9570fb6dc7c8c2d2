// What changes the drawing as a whole, or what is selected of it.

import { chain } from '../../model/commands/chain.ts';
import { disconnect } from '../../model/commands/connect.ts';
import { freshGroupId, groupSteps, ungroupSteps } from '../../model/commands/group-steps.ts';
import { nudge, tidy } from '../../model/commands/place.ts';
import { removeSteps } from '../../model/commands/remove-steps.ts';
import { setStart } from '../../model/commands/set.ts';
import { groupsOf } from '../../model/groups.ts';
import type { Point } from '../../model/journey.ts';

import { useEditor } from '../../state/editor.ts';
import { toPlacing } from '../../state/use-layout.ts';
import { useLanguageState } from '../../text/use-text.ts';
import { ask } from '../../worker/ask.ts';
import { useDrawing } from '../drawing.ts';
import { currentJourney, edgesFrom, findEdge, selectedSteps, successesOf } from './current.ts';
import { outcomeOfFocus } from './open.ts';
import { goTo, selectNothing } from './select.ts';
import { fitView } from './view.ts';

/** Takes away what is selected, or the connection of the outcome that has the focus. */
export function removeSelected(): void {
  const { selection, apply } = useEditor.getState();
  const outcome = outcomeOfFocus();
  if (outcome !== undefined) apply(disconnect({ source: outcome.source, keys: [outcome.key] }));
  else if (selection.edge !== undefined) removeEdge(selection.edge);
  else removeAll(selectedSteps());
}

/** The step that led on to the last one has the focus then. */
export function removeAll(ids: readonly string[]): void {
  const journey = currentJourney();
  if (journey === undefined || ids.length === 0) return;
  const gone = new Set(ids);
  const before = Object.keys(journey.nodes).find(
    (id) => !gone.has(id) && edgesFrom(journey, id).some(({ target }) => gone.has(target)),
  );
  useEditor.getState().apply(removeSteps(ids, successesOf));
  if (before === undefined) selectNothing();
  else goTo(before);
}

export function removeEdge(id: string): void {
  const edge = findEdge(id);
  if (edge === undefined) return;
  useEditor.getState().apply(disconnect(edge));
  goTo(edge.source);
}

export function nudgeSelected(by: Point): void {
  useEditor.getState().apply(nudge(selectedSteps(), by, useDrawing.getState().placed), 'nudge');
}

export function beginHere(id: string | undefined): void {
  if (id !== undefined) useEditor.getState().apply(setStart(id));
}

const groupName = { en: 'Group', ko: '그룹' };

/** A frame around what is selected, whose name is asked for at once. */
export function groupSelected(): void {
  const journey = currentJourney();
  const steps = selectedSteps();
  if (journey === undefined || steps.length === 0) return;
  const id = freshGroupId(journey);
  const name = groupName[useLanguageState.getState().language];
  useEditor.getState().apply(groupSteps(steps, { id, name }));
  useDrawing.setState({ renaming: `@group:${id}` });
}

/** Takes away the frames around what is selected. */
export function ungroupSelected(): void {
  const journey = currentJourney();
  if (journey === undefined) return;
  const steps = new Set(selectedSteps());
  const groups = groupsOf(journey).filter((group) => group.steps.some((step) => steps.has(step)));
  useEditor.getState().apply(chain(...groups.map(({ id }) => ungroupSteps(id))));
}

/** Puts every step where the layout would. */
export async function tidyUp(): Promise<void> {
  const { history, check, apply } = useEditor.getState();
  if (history === undefined || check === undefined) return;
  const places = await ask('layout', toPlacing(history.present, check, useDrawing.getState()));
  apply(tidy(places));
  requestAnimationFrame(fitView);
}
