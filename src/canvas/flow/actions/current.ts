// The journey as it is now, for what is done from outside of React: keys, menus, the palette.

import type { Definition } from '../../../journey/definition.ts';
import { type DrawnEdge, edgesOf } from '../../model/edges.ts';
import { type Journey, stepOf } from '../../model/journey.ts';
import { useCatalogue } from '../../state/catalogue.ts';
import { useEditor } from '../../state/editor.ts';
import { shownJourney } from '../../state/shown-journey.ts';
import type { Known } from '../free-key.ts';
import { canEdit } from '../use-can-edit.ts';

export function currentJourney(): Journey | undefined {
  return shownJourney().journey;
}

/** Undefined before a journey is open. */
export function knownNow(): Known | undefined {
  const { journey, check } = shownJourney();
  return journey && { journey, check, nodeTypes: useCatalogue.getState().nodeTypes };
}

export function isEditing(): boolean {
  return canEdit(useEditor.getState());
}

/** What an author hopes for of a step. */
export function successesOf(id: string): readonly string[] {
  const nodes = shownJourney().check?.nodes;
  return nodes !== undefined && Object.hasOwn(nodes, id) ? (nodes[id]?.successes ?? []) : [];
}

/** The steps that are selected, in the order of the journey. */
export function selectedSteps(): readonly string[] {
  const { selection } = useEditor.getState();
  return Object.keys(currentJourney()?.nodes ?? {}).filter((id) => selection.steps.has(id));
}

/** The lines that leave a step, as they are drawn. */
export function edgesFrom(journey: Definition, source: string): readonly DrawnEdge[] {
  const step = stepOf(journey, source);
  return step === undefined ? [] : edgesOf(source, step, successesOf(source));
}

/** A drawn line by its id. */
export function findEdge(id: string | undefined): DrawnEdge | undefined {
  const journey = currentJourney();
  const [source = ''] = id?.split('→') ?? [];
  return journey && edgesFrom(journey, source).find((edge) => edge.id === id);
}
