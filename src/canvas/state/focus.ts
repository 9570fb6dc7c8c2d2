// The place of the document that the author wants to see: of a problem that was clicked, a step that was found. The panel
// opens its field, the text scrolls to its line.

import { create } from 'zustand';
import type { IssuePath, IssueRange } from '../../journey/issues.ts';

export interface Wanted {
  readonly path: IssuePath;
  /** In the text of the journey as it was checked; null where it isn't known. */
  readonly range: IssueRange | null;
}

interface FocusState {
  /** A new object with each wish, so that the same place can be wanted again. */
  readonly wanted: Wanted | undefined;
  readonly want: (wanted: Wanted) => void;
}

export const useFocus = create<FocusState>((set) => ({
  wanted: undefined,
  want: (wanted) => set({ wanted }),
}));
