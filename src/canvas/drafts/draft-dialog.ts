// Which dialog about the draft is open: one at a time, opened from the bar, the menu and the palette of commands.

import { create } from 'zustand';

export interface DraftDialog {
  readonly name: 'publish' | 'changes' | 'versions' | 'conflict';
}

interface DialogState {
  readonly dialog: DraftDialog['name'] | undefined;
}

export const useDraftDialog = create<DialogState>(() => ({ dialog: undefined }));

export function openDialog({ name }: DraftDialog): void {
  useDraftDialog.setState({ dialog: name });
}

export function closeDialog(): void {
  useDraftDialog.setState({ dialog: undefined });
}
