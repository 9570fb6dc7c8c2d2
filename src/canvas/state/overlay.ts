// What a mode shows on top of the journey: where a simulated or a real person went, or how many did. Edit shows nothing.

import { create } from 'zustand';
import type { LocalizedText } from '../../journey/catalogue.ts';
import type { Meaning } from '../model/meaning.ts';

export interface StepOverlay {
  /** Not on the person's way. */
  readonly isDim?: boolean;
  readonly isHere?: boolean;
  /** How the person's last visit ended. */
  readonly meaning?: Meaning;
  readonly count?: number;
  /** How many of them are in the step now. */
  readonly inside?: number;
  /** People by meaning: the bar under the name. */
  readonly bar?: { readonly [M in Meaning]: number };
  readonly outcomes?: { readonly [word: string]: number };
  readonly badge?: LocalizedText;
}

export interface EdgeOverlay {
  readonly isDim?: boolean;
  readonly isLit?: boolean;
  /** People are on their way along it: moving dots. */
  readonly isWaiting?: boolean;
  readonly count?: number;
  /** Of all who left the step: 0 to 1. */
  readonly share?: number;
  readonly label?: LocalizedText;
}

export interface Overlay {
  readonly steps: { readonly [id: string]: StepOverlay };
  /** By the id of the drawn edge. */
  readonly edges: { readonly [id: string]: EdgeOverlay };
}

const none: Overlay = { steps: {}, edges: {} };

interface OverlayState {
  readonly overlay: Overlay;
  readonly show: (overlay: Overlay | undefined) => void;
}

export const useOverlay = create<OverlayState>((set) => ({
  overlay: none,
  show: (overlay = none) => set({ overlay }),
}));
