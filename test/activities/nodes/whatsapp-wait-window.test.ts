// `whatsapp.wait-window`: at once where the window is open for long enough, else when the person writes.

import { expect, test } from 'vitest';
import { configured, visit } from '../../support/flow-visit.ts';

const type = 'whatsapp.wait-window';
const minuteMs = 60_000;
const heard = { id: 'evt_1', name: 'whatsapp.inbound', data: {} };
const window = (minutes: number) => ({ isOpen: minutes > 0, endsAt: minutes * minuteMs });

test('an open window is found at once', () => {
  expect(visit(type, { within: '2h' }, { window: window(5) })).toEqual({ outcome: 'open' });
});

test.each([
  ['closed', { isOpen: false }],
  ['about to end', window(4)],
  ['over', window(0)],
])('one that is %s is waited for', (_word, found) => {
  expect(visit(type, { within: '2h' }, { window: found })).toEqual({ due: 2 * 60 * minuteMs });
});

test('the margin is the author’s', () => {
  expect(visit(type, { within: '2h', minutesLeft: 30 }, { window: window(29) })).toMatchObject({
    due: 7_200_000,
  });
  expect(visit(type, { within: '2h', minutesLeft: 30 }, { window: window(30) })).toEqual({ outcome: 'open' });
});

test('what the person writes opens it, unless it went to another number of ours', () => {
  expect(visit(type, { within: '2h' }, { heard, window: window(24 * 60) })).toEqual({ outcome: 'open' });
  expect(visit(type, { within: '2h' }, { heard, window: { isOpen: false } })).toEqual({ ignored: true });
});

test('when it is open, the person has written no longer ago than the margin allows', () => {
  const { node, config } = configured(type, { within: '2h', minutesLeft: 30 });
  expect(node.inboundOutcomes?.(config)).toEqual(['open']);
  expect(node.inboundAgoMs?.(config)).toBe((24 * 60 - 30) * minuteMs);
});
