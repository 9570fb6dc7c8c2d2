// What quick fixes are called. Pure.

import type { LocalizedText } from '../../../journey/catalogue.ts';

/** Another word in the place of the one that stands there. */
export function write(word: string): LocalizedText {
  return { en: `Write “${word}”`, ko: `"${word}"(으)로 고치기` };
}

export function leadTo(target: string): LocalizedText {
  return { en: `Lead to “${target}”`, ko: `"${target}"(으)로 연결하기` };
}

export const removeEdge: LocalizedText = { en: 'Remove the edge', ko: '연결 지우기' };
