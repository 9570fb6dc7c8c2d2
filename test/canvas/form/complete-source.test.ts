import { describe, expect, test } from 'vitest';
import { type Completion, completeCel, completeLiquid } from '../../../src/canvas/form/complete-source.ts';
import { eventsOf, knownNamesAt } from '../../../src/canvas/form/known-names.ts';
import { toSource, variablesOf } from '../../../src/canvas/form/variables-of.ts';
import type { Journey } from '../../../src/canvas/model/journey.ts';
import { checkSource } from '../../../src/journey/check-answer.ts';

const journey: Journey = {
  id: 'sale',
  name: 'Sale',
  data: { person: { tier: 'string?' }, events: { 'cart.abandoned': { total: 'number' } } },
  entry: { on: { event: 'cart.abandoned' }, if: 'event.total > 10 && person.vip' },
  exit: [{ on: { event: 'order.placed' }, as: 'bought' }],
  start: 'offer',
  nodes: {
    offer: { type: 'whatsapp.template', with: { body: { name: '{{ person.firstName }}' } } },
    'offer-2': { type: 'set', with: { vars: { discount: '10' } } },
  },
};
const check = checkSource('{}', new Map());
const known = {
  ...knownNamesAt(journey, check, { seesNodes: true }),
  nodes: [
    { id: 'offer', outcomes: ['delivered', 'silent'] },
    { id: 'offer-2', outcomes: ['done'] },
  ],
};

function labels(completion: Completion | undefined): readonly string[] {
  return completion?.options.map(({ label }) => label) ?? [];
}

describe('names that are known', () => {
  test('declared fields have their kind, and those that are read elsewhere are there too', () => {
    expect(known.person).toContainEqual({ name: 'tier', kind: 'string?' });
    expect(known.person).toContainEqual({ name: 'timeZone', kind: 'string' });
    expect(known.person).toContainEqual({ name: 'vip' });
    expect(known.person).toContainEqual({ name: 'firstName' });
    expect(known.event).toEqual([{ name: 'total', kind: 'number' }]);
    expect(known.vars).toEqual([{ name: 'discount' }]);
  });

  test('another event has other fields', () => {
    const there = knownNamesAt(journey, check, { event: 'order.placed', seesNodes: true });
    expect(there.event).toEqual([]);
  });

  test('no step has been there before the first', () => {
    expect(knownNamesAt(journey, check, { seesNodes: false }).nodes).toEqual([]);
  });

  test('events are those that the journey mentions', () => {
    expect(eventsOf(journey, check)).toEqual(['cart.abandoned', 'order.placed']);
  });
});

describe('values to choose from', () => {
  test('are all that can be read at the place, as they are written', () => {
    const variables = variablesOf(known);
    expect(variables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['person.firstName', 'event.total', 'run.vars.discount', 'nodes.offer.outcome']),
    );
    const tier = variables.find(({ name }) => name === 'person.tier') ?? { name: '' };
    expect(toSource(tier, 'liquid')).toBe("{{ person.tier | default: '' }}");
    expect(toSource({ name: 'event.total', kind: 'number' }, 'liquid')).toBe('{{ event.total }}');
    expect(toSource(tier, 'cel')).toBe('person.tier');
  });
});

describe('completion of conditions', () => {
  test('a condition begins with a variable or a function', () => {
    expect(labels(completeCel('', known))).toEqual(
      expect.arrayContaining(['person', 'event', 'has', 'nodes']),
    );
  });

  test('after a variable come its fields, from where the word begins', () => {
    const completion = completeCel('event.total > 3 && person.ti', known);
    expect(completion?.from).toBe('event.total > 3 && person.'.length);
    expect(labels(completion)).toContain('tier');
  });

  test('what is being written is no suggestion of itself', () => {
    expect(labels(completeCel('person.vip', known))).not.toContain('vip');
    expect(labels(completeCel('person.tier', known))).toContain('tier');
  });

  test('variables of the run come after run.vars', () => {
    expect(labels(completeCel('run.vars.', known))).toEqual(['discount']);
  });

  test('steps are written so that their ids can be read', () => {
    const completion = completeCel('nodes.', known);
    expect(completion?.options.map(({ apply }) => apply)).toEqual(['.offer.outcome', '["offer-2"].outcome']);
    expect(completion?.from).toBe('nodes'.length);
  });

  test('an outcome is compared with the words that the step can end with', () => {
    expect(labels(completeCel("nodes.offer.outcome == 'de", known))).toEqual(['delivered', 'silent']);
    expect(labels(completeCel('nodes["offer-2"].outcome != "', known))).toEqual(['done']);
  });

  test('inside another text nothing is offered', () => {
    expect(completeCel("person.tier == 'go", known)).toBeUndefined();
    expect(completeCel("person.tier == 'gold' && ", known)).toBeDefined();
  });

  test('after a value comes an operator: Enter writes no name behind a number or a text', () => {
    for (const before of [
      'event.total >= 300',
      'person.tier == "gold"',
      'has(person.tier)',
      'person.tier ',
    ]) {
      expect(completeCel(before, known)).toBeUndefined();
    }
    expect(labels(completeCel('person.tier i', known))).toEqual(['in']);
    expect(labels(completeCel('person.tier in p', known))).toContain('person');
    expect(labels(completeCel('event.total > 3 ? p', known))).toContain('person');
  });
});

describe('completion of texts', () => {
  test('nothing is offered outside of braces', () => {
    expect(completeLiquid('Hello person.', known)).toBeUndefined();
    expect(completeLiquid('Hello {{ person.firstName }}, ', known)).toBeUndefined();
  });

  test('inside of them stand variables, their fields, and filters after a bar', () => {
    expect(labels(completeLiquid('Hello {{ ', known))).toEqual(expect.arrayContaining(['person', 'event']));
    expect(labels(completeLiquid('Hello {{ person.', known))).toContain('firstName');
    expect(labels(completeLiquid('Hello {{ person.firstName | de', known))).toContain('default');
  });

  test('a value is finished: a bar or the end of the braces comes next', () => {
    expect(completeLiquid('Hello {{ person.firstName ', known)).toBeUndefined();
    expect(completeLiquid("Hello {{ person.firstName | default: 'you'", known)).toBeUndefined();
    expect(labels(completeLiquid('{{ event.total | plus: e', known))).toContain('event');
  });

  test('a tag begins with its word and goes on with variables', () => {
    expect(labels(completeLiquid('{% i', known))).toContain('if');
    expect(labels(completeLiquid('{% if ', known))).toContain('person');
  });
});
