// The order in which a script's steps happen, and what becomes of steps that meet nothing.

import { expect, test } from 'vitest';
import { playScript } from '../../src/simulator/play-script.ts';
import { scriptSchema } from '../../src/simulator/script.ts';
import { hourMs, journeyOf, mondayAtTen, offer, played, simulatorOf, template } from './simulated.ts';

const two = journeyOf({
  first: { type: 'whatsapp.template', with: template(), next: 'second' },
  second: { type: 'whatsapp.template', with: template() },
});

test('an answer meets the next message that is posted, at the start too', () => {
  expect(played(two, { world: [{ refuse: 131026 }] }).path).toEqual([
    'first→undeliverable',
    'second→undeliverable',
  ]);
  const { path } = played(two, { world: [{ deliver: true }, { refuse: 132001 }] });
  expect(path).toEqual(['first→delivered', 'second→template.missing']);
});

test('answers meet messages in the order of the script, also after one that comes at a time', () => {
  const later = journeyOf({
    sleep: { type: 'delay', with: { for: '3h' }, next: 'first' },
    first: { type: 'whatsapp.template', with: template(), next: { '*': 'second' } },
    second: { type: 'whatsapp.template', with: template() },
  });
  const { path } = played(later, { world: [{ at: '1h', refuse: 132001 }, { refuse: 132000 }] });
  expect(path).toEqual(['sleep→done', 'first→template.missing', 'second→template.params']);
});

test('an answer that comes after the end is left over', () => {
  const { leftover } = played(offer(), {
    world: [{ deliver: true }, { at: '50h', read: true }, { hold: true }],
  });
  expect(leftover).toEqual([{ hold: true }]);
});

test('evidence waits for a message that awaits some', () => {
  const later = journeyOf({
    sleep: { type: 'delay', with: { for: '3h' }, next: 'offer' },
    offer: { type: 'whatsapp.template', with: template() },
  });
  const { path, leftover } = played(later, { world: [{ deliver: true }] });
  expect(path).toEqual(['sleep→done', 'offer→delivered']);
  expect(leftover).toEqual([]);
});

test('times are counted from the start, or are instants', () => {
  const { simulation } = played(two, {
    world: [
      { at: '1h', deliver: true },
      { at: new Date(mondayAtTen + 2 * hourMs).toISOString(), deliver: true },
    ],
  });
  expect(simulation.now - mondayAtTen).toBe(2 * hourMs);
});

test('time passes by itself, or by a step', () => {
  const { path, simulation } = played(offer(), { world: [{ advance: '1h' }, { deliver: true }] });
  expect(path[0]).toBe('offer→delivered');
  expect(simulation.now - mondayAtTen).toBe(hourMs);
});

test('what met nothing is left over', () => {
  const world = [{ deliver: true }, { deliver: true }, { event: 'order.placed' }, { refuse: 131026 }];
  const { leftover } = played(offer(), { world });
  expect(leftover).toEqual([{ deliver: true }, { event: 'order.placed' }, { refuse: 131026 }]);
});

test('an answer that no message came for is left over', () => {
  const silent = journeyOf({ sleep: { type: 'delay', with: { for: '1h' } } });
  expect(played(silent, { world: [{ hold: true }] }).leftover).toEqual([{ hold: true }]);
});

test('a script without a start begins on the coming Monday at ten, by somebody who can be reached', () => {
  const friday = mondayAtTen - 60 * hourMs;
  const result = playScript(simulatorOf(offer()), scriptSchema.parse({}), { now: friday });
  expect(result.entered && result.simulation.facts.startedAt).toBe(mondayAtTen);
  expect(result.entered && result.simulation.ended).toBe('reached');
});
