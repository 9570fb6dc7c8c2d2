// What arrow keys do: alone they go to the step beside, with Shift they select it too, with Alt they move what is selected.

import type { LocalizedText } from '../../journey/catalogue.ts';
import type { Direction } from '../model/reading-order.ts';
import { nudgeSelected } from './actions/change.ts';
import { moveTo } from './actions/select.ts';
import type { Shortcut } from './shortcut.ts';

interface Arrow {
  readonly direction: Direction;
  readonly key: string;
  readonly word: LocalizedText;
  /** Korean: to that side. */
  readonly toward: string;
  readonly x: number;
  readonly y: number;
}

const arrows: readonly Arrow[] = [
  { direction: 'up', key: 'ArrowUp', word: { en: 'above', ko: '위' }, toward: '위로', x: 0, y: -1 },
  { direction: 'down', key: 'ArrowDown', word: { en: 'below', ko: '아래' }, toward: '아래로', x: 0, y: 1 },
  {
    direction: 'left',
    key: 'ArrowLeft',
    word: { en: 'on the left', ko: '왼쪽' },
    toward: '왼쪽으로',
    x: -1,
    y: 0,
  },
  {
    direction: 'right',
    key: 'ArrowRight',
    word: { en: 'on the right', ko: '오른쪽' },
    toward: '오른쪽으로',
    x: 1,
    y: 0,
  },
];

/** Pixels of the canvas. */
const distances = [
  { id: 'nudge', keys: 'Alt', pixels: 4 },
  { id: 'push', keys: 'Alt+Shift', pixels: 24 },
];

export const arrowShortcuts: readonly Shortcut[] = arrows.flatMap(
  ({ direction, key, word, toward, x, y }): Shortcut[] => [
    {
      id: `go-${direction}`,
      keys: [key],
      title: { en: `Go to the step ${word.en}`, ko: `${word.ko} 단계로 이동` },
      group: 'move',
      run: () => moveTo(direction),
    },
    {
      id: `select-${direction}`,
      keys: [`Shift+${key}`],
      title: { en: `Select the step ${word.en} too`, ko: `${word.ko} 단계도 선택` },
      group: 'move',
      run: () => moveTo(direction, { isMore: true }),
    },
    ...distances.map(
      ({ id, keys, pixels }): Shortcut => ({
        id: `${id}-${direction}`,
        keys: [`${keys}+${key}`],
        title: {
          en: `Move ${direction} by ${pixels} pixels`,
          ko: `${toward} ${pixels}픽셀 옮기기`,
        },
        group: 'move',
        isEdit: true,
        run: () => nudgeSelected({ x: x * pixels, y: y * pixels }),
      }),
    ),
  ],
);
