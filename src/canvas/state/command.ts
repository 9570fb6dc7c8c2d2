// What can be done here, and which of the command's windows is open: the palette, the find bar, the sheet of keys, export
// and import. Whatever is on the page offers what it can do; the palette, the keyboard and the sheet show it.

import { create } from 'zustand';
import type { LocalizedText } from '../../journey/catalogue.ts';

export interface Action {
  readonly id: string;
  readonly title: LocalizedText;
  /** `Mod+K`; any of them. `Mod` is Ctrl, on a Mac Cmd. */
  readonly keys?: readonly string[];
  /** Where it stands in the sheet of keys. */
  readonly group: LocalizedText;
  /** Who offers it listens to its keys. */
  readonly isBound?: boolean;
  /** The keys are for those who draw with them: not worth a line in the palette. */
  readonly isOnlyKeys?: boolean;
  readonly isEnabled?: () => boolean;
  readonly run: () => void;
}

export type CommandWindow = 'palette' | 'find' | 'keys' | 'export' | 'import';

interface CommandState {
  readonly window: CommandWindow | undefined;
  /** Those that were offered last first: what is nearest. */
  readonly actions: readonly Action[];
  readonly open: (window?: CommandWindow) => void;
  readonly close: () => void;
}

export const useCommand = create<CommandState>((set) => ({
  window: undefined,
  actions: [],
  open: (window = 'palette') => set({ window }),
  close: () => set({ window: undefined }),
}));

/** @returns withdraws them */
export function offerActions(offered: readonly Action[]): () => void {
  useCommand.setState(({ actions }) => ({ actions: [...offered, ...actions] }));
  return () =>
    useCommand.setState(({ actions }) => ({
      actions: actions.filter((action) => !offered.includes(action)),
    }));
}
