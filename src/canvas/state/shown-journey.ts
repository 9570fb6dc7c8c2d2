// What the canvas draws: the journey that is edited, unless a mode shows a published version of it instead. Where people are
// watched all groups are open: nobody's path is hidden in a folded one.

import { useMemo } from 'react';
import { create } from 'zustand';
import type { CheckAnswer } from '../../journey/check-answer.ts';
import type { NodeOutline } from '../../journey/outline-nodes.ts';
import { unfolded } from '../model/groups.ts';
import type { Journey } from '../model/journey.ts';
import { outlineOf } from '../model/outline.ts';
import { type EditorState, useEditor } from './editor.ts';

export interface ShownJourney {
  readonly journey: Journey | undefined;
  readonly check: CheckAnswer | undefined;
}

interface VersionState {
  /** Undefined: what is edited is shown. */
  readonly shown: ShownJourney | undefined;
  readonly show: (shown: ShownJourney | undefined) => void;
}

export const useShownVersion = create<VersionState>((set) => ({
  shown: undefined,
  show: (shown) => set({ shown }),
}));

/** For what is done from outside of React. */
export function shownJourney(): ShownJourney {
  const { history, check, ...how } = useEditor.getState();
  const { shown } = useShownVersion.getState();
  return open(shown ?? { journey: history?.present, check }, isDrawnOn(how));
}

function open({ journey, check }: ShownJourney, isDrawn: boolean): ShownJourney {
  return { journey: isDrawn || journey === undefined ? journey : unfolded(journey), check };
}

function isDrawnOn({ mode, isReadOnly }: Pick<EditorState, 'mode' | 'isReadOnly'>): boolean {
  return mode === 'edit' && !isReadOnly;
}

export function useShownJourney(): ShownJourney {
  const shown = useShownVersion((state) => state.shown);
  const journey = useEditor(({ history }) => history?.present);
  const check = useEditor((state) => state.check);
  const isDrawn = useEditor(isDrawnOn);
  // One object as long as nothing changes: it is compared as a whole.
  return useMemo(() => open(shown ?? { journey, check }, isDrawn), [shown, journey, check, isDrawn]);
}

/** What the checker says of a step that is drawn. */
export function useShownOutline(id: string): NodeOutline | undefined {
  const isVersion = useShownVersion(({ shown }) => shown !== undefined);
  const ofVersion = useShownVersion(({ shown }) => outlineOf(shown?.check, id));
  const ofEdited = useEditor(({ check }) => outlineOf(check, id));
  return isVersion ? ofVersion : ofEdited;
}
