import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { nodeTypes } from '../../activities/nodes/index.ts';
import type { Definition } from '../../src/journey/definition.ts';
import type { Entry } from '../../src/journey/entry.ts';
import { parse } from '../../src/journey/parse.ts';
import { findDefinition } from '../../src/journey/read-definition.ts';
import { inventEvent, inventSample } from '../../src/simulator/invent-sample.ts';
import { simulateActions } from '../../src/simulator/simulate-actions.ts';
import { journeyOf, offer } from './simulated.ts';

const gallery = new URL('../../src/gallery/', import.meta.url);
const journeys = readdirSync(gallery)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => findDefinition(parse(readFileSync(new URL(name, gallery))).document) ?? []);

const enters = (definition: Definition) => {
  const sample = inventSample({ definition, nodeTypes });
  const answer = simulateActions({ definition, nodeTypes }, { ...sample, actions: [] });
  return answer.entered;
};

describe('an invented person and event', () => {
  test.each(journeys.map((definition) => [definition.id, definition] as const))(
    'enter %s',
    (_id, definition) => {
      expect(enters(definition)).toBe(true);
    },
  );

  test.each([
    ['event.total > 100 && event.kind == "gold"'],
    ['event.total < 3.0'],
    ['has(person.locale) && person.locale.startsWith("en")'],
    ['person.tier in ["gold", "silver"] && event.isNew == false'],
  ])('fit the condition %s', (condition) => {
    const entry: Entry = { on: { event: 'order.placed' }, if: condition };
    expect(enters(offer({}, { entry }))).toBe(true);
  });

  test('have what is declared, and what the texts of nodes read', () => {
    const entry: Entry = { on: { event: 'order.placed' } };
    const data = {
      person: { points: 'number' },
      events: { 'order.placed': { at: 'timestamp', orderId: 'string' } },
    } as const;
    const { person, event } = inventSample({ definition: offer({}, { entry, data }), nodeTypes });
    expect(person.attributes).toEqual({ points: 100, firstName: '하늘' });
    expect(event).toEqual({ at: expect.stringMatching(/^2027-01-0/), orderId: 'order-1' });
  });

  test('say a keyword where people come in by one', () => {
    const entry: Entry = { on: { inbound: { keywords: ['주문', 'order'] } } };
    const { event } = inventSample({ definition: offer({}, { entry }), nodeTypes });
    expect(event).toMatchObject({ type: 'text', text: '주문' });
  });

  test('are a start to change where nothing is found that enters', () => {
    const entry: Entry = { on: { event: 'order.placed' }, if: 'event.total > 2.0 && event.total < 1.0' };
    const { event } = inventSample({ definition: offer({}, { entry }), nodeTypes });
    expect(Object.keys(event)).toEqual(['total']);
  });
});

describe('an invented event on the way', () => {
  const definition = journeyOf(
    {
      wait: {
        type: 'wait.event',
        with: { event: 'order.placed', if: 'event.total > 10.0', within: 'P1D' },
        next: { received: 'end', timeout: 'end' },
      },
      end: { type: 'exit', with: { as: 'done' } },
    },
    {
      entry: { on: { event: 'cart.abandoned' }, key: 'event.cartId' },
      exit: [{ on: { event: 'order.placed' }, if: 'event.cartId == run.key', as: 'converted' }],
    },
  );

  test('has what is asked of it, and says the same as what the run was entered by', () => {
    const entered = { cartId: 'c-7', item: 'dress' };
    const event = inventEvent({ definition, nodeTypes }, { name: 'order.placed', entered });
    expect(event).toEqual({ cartId: 'c-7', total: expect.anything() });
    const actions = [{ event: 'order.placed', data: event }];
    const answer = simulateActions({ definition, nodeTypes }, { event: entered, actions });
    expect(answer.entered && answer.ended).toBe('converted');
  });

  test('is empty where nothing is asked', () => {
    expect(inventEvent({ definition, nodeTypes }, { name: 'other', entered: { cartId: 'c-7' } })).toEqual({});
  });
});
