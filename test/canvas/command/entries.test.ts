import { describe, expect, it } from 'vitest';
import { type Offered, sectionsOf } from '../../../src/canvas/command/entries.ts';
import { setStep } from '../../../src/canvas/model/commands/set.ts';
import type { Action } from '../../../src/canvas/state/command.ts';
import { springSale } from '../model/journeys.ts';

const group = { en: 'All', ko: '모두' };
const actions: readonly Action[] = [
  { id: 'tidy', title: { en: 'Tidy up', ko: '자동 정렬' }, keys: ['Shift+T'], group, run: () => {} },
  { id: 'json', title: { en: 'JSON beside the canvas', ko: 'JSON 보기' }, group, run: () => {} },
  { id: 'undo', title: { en: 'Undo', ko: '실행 취소' }, group, isEnabled: () => false, run: () => {} },
  { id: 'up', title: { en: 'Go up', ko: '위로' }, group, isOnlyKeys: true, run: () => {} },
];
const offered: Offered = {
  actions,
  journey: setStep('offer', { name: '봄 세일 안내' })(springSale),
  journeys: [{ id: 'win-back', title: '다시 만나기' }],
  recent: ['json', 'undo', 'gone'],
  typeTitleOf: () => undefined,
};

function lines(query: string, isFind = false) {
  return sectionsOf(offered, { query, language: 'ko', isFind }).map(({ id, entries }) => [
    id,
    ...entries.map((entry) => entry.of.id),
  ]);
}

describe('the lines of the palette', () => {
  it('begin with what was used last and can be done now, each once', () => {
    expect(lines('')).toEqual([
      ['recent', 'json'],
      ['commands', 'tidy'],
      ['journeys', 'win-back'],
    ]);
  });

  it('find commands in both languages, and by first consonants', () => {
    expect(lines('tidy')).toEqual([['commands', 'tidy']]);
    expect(lines('정렬')).toEqual([['commands', 'tidy']]);
    expect(lines('ㅈㄷㅈㄹ')).toEqual([['commands', 'tidy']]);
  });

  it('find steps and journeys', () => {
    expect(lines('안내')).toEqual([['steps', 'offer']]);
    expect(lines('win-back')).toEqual([['journeys', 'win-back']]);
  });

  it('are only steps in the find bar, all of them at first', () => {
    expect(lines('', true)).toEqual([['steps', ...Object.keys(springSale.nodes)]]);
    expect(lines('json', true)).toEqual([]);
  });
});
