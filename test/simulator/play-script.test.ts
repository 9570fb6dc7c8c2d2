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
