// The journey on the canvas, what is selected, and what the checker says of it. Everything that changes the journey goes
// through `apply`, so that all of it can be taken back, saved and checked alike.

import { create } from 'zustand';
import type { CheckAnswer } from '../../journey/check-answer.ts';
import { beginHistory, type History, record, redo, undo } from '../model/history.ts';
import type { Command, Journey } from '../model/journey.ts';
import { finishWriting } from './writing.ts';

export type Mode = 'edit' | 'simulate' | 'live';

export interface Selection {
  readonly steps: ReadonlySet<string>;
  readonly edge?: string;
}

export const nothing: Selection = { steps: new Set() };

export interface EditorState {
  readonly history: History<Journey> | undefined;
  readonly selection: Selection;
  readonly mode: Mode;
  /** Of the newest journey that was checked; edits may be on their way. */
  readonly check: CheckAnswer | undefined;
  /** A version that is looked at: nothing is applied. */
  readonly isReadOnly: boolean;
  open(journey: Journey, how?: { readonly isReadOnly: boolean }): void;
  /** @param burst names what goes on, such as typing in one field: one step of undo */
  apply(command: Command, burst?: string): void;
  undo(): void;
  redo(): void;
  select(selection: Selection): void;
  setMode(mode: Mode): void;
  setCheck(check: CheckAnswer): void;
}

export const useEditor = create<EditorState>((set, get) => ({
  history: undefined,
  selection: nothing,
  mode: 'edit',
  check: undefined,
  isReadOnly: false,
  open: (journey, { isReadOnly } = { isReadOnly: false }) =>
    set({ history: beginHistory(journey), selection: nothing, check: undefined, isReadOnly }),
  apply: (command, burst) => {
    finishWriting();
    const { history, isReadOnly } = get();
    if (history === undefined || isReadOnly) return;
    set({ history: record(history, command(history.present), { burst, at: performance.now() }) });
  },
  undo: () => {
    finishWriting();
    set(({ history }) => ({ history: (history && undo(history)) ?? history }));
  },
  redo: () => {
    finishWriting();
    set(({ history }) => ({ history: (history && redo(history)) ?? history }));
  },
  select: (selection) => set({ selection }),
  setMode: (mode) => set({ mode }),
  setCheck: (check) => set({ check }),
}));

export function useJourney(): Journey | undefined {
  return useEditor(({ history }) => history?.present);
}
