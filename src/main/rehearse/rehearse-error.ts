// Why a rehearsal could not be played to its end.

import type { LocalizedText } from '../../journey/catalogue.ts';

export class RehearseError extends Error {
  override readonly name = 'RehearseError';
  readonly code: 'REHEARSE_STEP' | 'REHEARSE_RANDOM' | 'REHEARSE_STUCK' | 'REHEARSE_CLOCK';
  readonly text: LocalizedText;

  constructor(code: RehearseError['code'], text: LocalizedText) {
    super(text.en);
    this.code = code;
    this.text = text;
  }
}
