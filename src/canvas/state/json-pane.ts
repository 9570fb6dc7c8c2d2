// Whether the journey's text stands beside the canvas, and how wide; remembered in this browser.

import { create } from 'zustand';

const storageKey = 'jornada.json-pane';

export const narrowest = 280;
export const widest = 900;

interface JsonPaneState {
  readonly isOpen: boolean;
  /** Pixels. */
  readonly width: number;
  readonly toggle: () => void;
  readonly resize: (width: number) => void;
}

export const useJsonPane = create<JsonPaneState>((set) => ({
  isOpen: false,
  width: readWidth(),
  toggle: () => set(({ isOpen }) => ({ isOpen: !isOpen })),
  resize: (wanted) => {
    const width = Math.round(Math.min(widest, Math.max(narrowest, wanted)));
    localStorage.setItem(storageKey, String(width));
    set({ width });
  },
}));

function readWidth(): number {
  const stored = Number(localStorage.getItem(storageKey));
  return stored >= narrowest && stored <= widest ? stored : 440;
}
