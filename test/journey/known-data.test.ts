import { describe, expect, it } from 'vitest';
import { catalogue } from '../../activities/nodes/index.ts';
import type { Issue } from '../../src/journey/issues.ts';
import { validateDocument } from '../../src/journey/validate.ts';

const data = {
  person: {
    firstName: 'string?',
    visits: 'number',
    vip: 'boolean',
    since: 'timestamp',
    tags: 'list',
    extra: 'map',
  },
  events: {
    'cart.abandoned': { total: 'number', cartId: 'string', coupon: 'string?' },
    'order.placed': { cartId: 'string' },
  },
};
const end = { type: 'exit' };

function issuesOf(change: object, nodes: object = { end }): readonly Issue[] {
  const entry = { on: { event: 'cart.abandoned' }, key: 'event.cartId' };
  const start = Object.keys(nodes)[0];
  const { issues } = validateDocument(
    { id: 'test', name: 'x', data, entry, start, nodes, ...change },
    catalogue,
  );
  return issues;
}
const entryIf = (source: string) =>
  issuesOf({ entry: { on: { event: 'cart.abandoned' }, key: 'event.cartId', if: source } });
const branch = (source: string) => ({
  type: 'branch',
  with: { cases: [{ name: 'yes', if: source }] },
  next: 'end',
});
const text = (source: string) => ({ a: { type: 'sms.send', with: { text: source }, next: 'end' }, end });

describe('declared data', () => {
  it.each([
    'event.total >= 30000 && event.total == 3',
    'person.vip && person.visits in [1, 2] && "a" in person.tags',
    'timestamp(person.since) < now',
    'person.extra.anything.at.all == 3',
    'has(person.firstName) && person.firstName != "" && has(person.email)',
    'person.?firstName.orValue("") == "x"',
  ])('lets pass what fits: %s', (source) => {
    expect(entryIf(source)).toEqual([]);
  });

  it.each([
    ['event.total < "many"', 'J405'],
    ['person.since < now', 'J405'],
    ['now < 5', 'J405'],
    ['person.vip > 3', 'J405'],
    ['event.total', 'J403'],
    ['person.firstName == "x"', 'J422'],
  ])('refuses what can not fit: %s', (source, code) => {
    expect(entryIf(source)).toMatchObject([{ code }]);
  });

  it('has nothing against missing data where the node has an outcome for it', () => {
    const wait = (value: string) => ({
      a: { type: 'delay', with: { until: { value } }, next: 'end' },
      end,
    });
    expect(issuesOf({}, wait('person.firstName'))).toEqual([]);
    expect(issuesOf({}, wait('person.fristName'))).toMatchObject([{ code: 'J421' }]);
  });

  it('knows the nearest name of a field that does not exist', () => {
    const facts = { name: 'totl', suggestion: 'total' };
    expect(entryIf('event.totl > 3')).toMatchObject([{ code: 'J421', facts }]);
    expect(issuesOf({}, text('{{ event.totl }}'))).toMatchObject([
      { code: 'J421', facts: { name: 'event.totl', suggestion: 'total' } },
    ]);
  });

  it('takes `event` of an exit rule for the event of the rule', () => {
    const exit = (source: string) => [{ on: { event: 'order.placed' }, if: source, as: 'converted' }];
    expect(issuesOf({ exit: exit('event.cartId == run.key') })).toEqual([]);
    expect(issuesOf({ exit: exit('event.total > 3') })).toMatchObject([{ code: 'J421' }]);
  });

  it('takes `event` of a wait condition for the event awaited', () => {
    const wait = (source: string) => ({
      a: { type: 'wait.event', with: { event: 'order.placed', if: source, within: '1d' }, next: 'end' },
      end,
    });
    expect(issuesOf({}, wait('event.cartId == run.key'))).toEqual([]);
    expect(issuesOf({}, wait('event.total > 3'))).toMatchObject([{ code: 'J421' }]);
  });

  it('says nothing of events whose fields are not declared', () => {
    const entry = { on: { event: 'door.opened' }, if: 'event.anything > 3' };
    expect(issuesOf({ entry })).toEqual([]);
  });
});

describe('results of earlier nodes', () => {
  it('are words that the node can end with', () => {
    const first = branch('event.total > 3');
    const nodes = (source: string) => ({ first: { ...first, next: 'second' }, second: branch(source), end });
    expect(issuesOf({}, nodes('nodes.first.outcome == "yes"'))).toEqual([]);
    expect(issuesOf({}, nodes('nodes.first.outcome in ["else", "ys"]'))).toMatchObject([
      { code: 'J423', facts: { word: 'ys', suggestion: 'yes' } },
    ]);
    expect(issuesOf({}, nodes('nodes.first.result == "yes"'))).toMatchObject([
      { code: 'J421', facts: { suggestion: 'outcome' } },
    ]);
  });
});

describe('what a text reads', () => {
  it.each([
    "{{ person.firstName | default: 'there' }}",
    '{% if person.firstName %}{{ person.firstName }}{% endif %}',
    '{{ person.visits }} {{ event.cartId }} {{ run.id }}',
    "{% assign name = person.firstName | default: 'x' %}{{ name }}",
  ])('leaves no gap: %s', (source) => {
    expect(issuesOf({}, text(source))).toEqual([]);
  });

  it.each(['{{ person.firstName }}', '{{ person.email | upcase }}', '{{ event.coupon }}'])(
    'may be missing: %s',
    (source) => {
      expect(issuesOf({}, text(source))).toMatchObject([{ code: 'J425', severity: 'warning' }]);
    },
  );
});
