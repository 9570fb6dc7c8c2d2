// The states of a run in words.

import type { RunStateWord } from '../../client/client.ts';
import type { LocalizedText } from '../../journey/catalogue.ts';

export const stateWords: { readonly [state in RunStateWord]: LocalizedText } = {
  starting: { en: 'starting', ko: '시작 중' },
  running: { en: 'running', ko: '진행 중' },
  closed: { en: 'ended', ko: '종료' },
};
