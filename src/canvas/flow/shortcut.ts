// A key of the canvas, and what it does.

import type { LocalizedText } from '../../journey/catalogue.ts';

export interface Shortcut {
  readonly id: string;
  /** `Mod+Shift+Z`; any of them. */
  readonly keys: readonly string[];
  readonly title: LocalizedText;
  readonly group: 'draw' | 'change' | 'move' | 'view';
  /** It changes the journey: only in edit mode. */
  readonly isEdit?: boolean;
  /** The browser does it with the keys; `run` is for whoever has no keys. */
  readonly isNative?: boolean;
  readonly run: () => void;
}
