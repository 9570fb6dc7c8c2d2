import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../activities/nodes/index.ts';
import { check, nodeLimit } from '../../src/journey/check.ts';
import type { Issue } from '../../src/journey/issues.ts';
import { validateDocument } from '../../src/journey/validate.ts';
import { sampleCatalogue } from '../support/sample-catalogue.ts';

const base = { id: 'test', name: 'Test', entry: { on: { api: true } }, start: 'a' };
const exit = { type: 'sample.exit' };

function issuesOf(nodes: unknown, more: object = {}): readonly Issue[] {
  return check({ ...base, nodes, ...more }, sampleCatalogue).issues;
}

describe('check', () => {
  it('warns of each outcome that has no edge, and names them', () => {
    const [issue] = issuesOf({
      a: { type: 'sample.message', with: { text: 'Hi' }, next: { delivered: 'b', '*': 'b' } },
      b: exit,
    });
    expect(issue).toMatchObject({ code: 'J306', severity: 'warning', facts: { outcomes: ['unresolved'] } });
  });

  it('accepts a prefix for what the type declares below it', () => {
    const next = { delivered: 'b', limit: 'b', unresolved: 'b', '*': 'b' };
    expect(issuesOf({ a: { type: 'sample.message', with: { text: 'Hi' }, next }, b: exit })).toEqual([]);
  });

  it('tells the edges of a message apart from the same ones of a node that is bounded or awaits something else', () => {
    const edges = { exhausted: 'done', unresolved: 'done', '*': 'done' };
    const message = (to: string, more: object = {}, awaits = 'delivered') => ({
      type: 'whatsapp.template',
      with: { template: 'sale', language: 'ko', await: awaits },
      next: { delivered: to, ...edges },
      ...more,
    });
    const nodes = {
      a: message('b', { maxVisits: 2 }),
      b: message('c'),
      c: message('d', { maxVisits: 2 }),
      d: message('done', { maxVisits: 2 }, 'read'),
      done: { type: 'exit', with: { as: 'reached' } },
    };
    const { issues } = check({ ...base, nodes }, catalogue);
    const ofEdges = issues.filter(({ code }) => code === 'J305' || code === 'J306');
    expect(ofEdges.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'J305 nodes.b.next.exhausted',
      'J305 nodes.d.next.delivered',
      'J306 nodes.d.next',
    ]);
  });

  it('knows the outcomes that follow from the config', () => {
    const next = { delivered: 'b', read: 'b', unresolved: 'b', '*': 'b' };
    const issues = issuesOf({
      a: { type: 'sample.message', with: { text: 'Hi', await: 'read' }, next },
      b: exit,
    });
    expect(issues).toMatchObject([{ code: 'J305', facts: { outcome: 'delivered' } }]);
  });

  it('checks the config of an older version after its upgrade', () => {
    const nodes = {
      a: { type: 'sample.message', version: 1, with: { body: 'Hi {{ nobody }}' }, next: 'b' },
      b: exit,
    };
    expect(issuesOf(nodes)).toMatchObject([{ code: 'J414', facts: { name: 'nobody' } }]);
  });

  it('reports every problem at once, also beside a broken node', () => {
    const codes = issuesOf({
      a: { type: 3 },
      b: { type: 'sample.exitt' },
      c: { ...exit, next: 'nowhere' },
    }).map((i) => i.code);
    expect(codes.sort()).toEqual(['J203', 'J301', 'J303', 'J308']);
  });

  it('lets a cycle pass that waits and is bounded', () => {
    const pick = {
      type: 'sample.branch',
      with: { cases: [{ name: 'again', if: 'true' }] },
      next: { again: 'b', else: 'c' },
    };
    const wait = { type: 'sample.wait', with: { event: 'order.placed', within: '1d' }, next: 'a' };
    expect(issuesOf({ a: pick, b: { ...wait, maxVisits: 3 }, c: exit })).toEqual([]);
    expect(issuesOf({ a: pick, b: wait, c: exit })).toMatchObject([{ code: 'J310' }]);
  });

  it('takes a node that goes on as before when exhausted neither for a wait nor for a bound', () => {
    const wait = { type: 'sample.wait', with: { event: 'order.placed', within: '1d' }, maxVisits: 3 };
    const next = { received: 'end', timeout: 'a', exhausted: 'a' };
    expect(issuesOf({ a: { ...wait, next }, end: exit }).map(({ code }) => code)).toContain('J307');
  });

  it('finds each of two cycles that never wait', () => {
    const to = (next: unknown) => ({
      type: 'sample.branch',
      with: { cases: [{ name: 'x', if: 'true' }] },
      next,
    });
    const nodes = {
      a: to({ x: 'b', else: 'c' }),
      b: to({ x: 'b', else: 'end' }),
      c: to({ x: 'd', else: 'end' }),
      d: to('c'),
      end: exit,
    };
    const cycles = issuesOf(nodes).flatMap((issue) =>
      issue.code === 'J307' ? [[...issue.facts.nodes].sort()] : [],
    );
    expect(cycles.sort()).toEqual([['b'], ['c', 'd']]);
  });

  it('takes names of the prototype for unknown nodes and types', () => {
    const codes = issuesOf({ a: { type: 'toString', next: 'valueOf' } }, { start: 'hasOwnProperty' }).map(
      (i) => i.code,
    );
    expect(codes.sort()).toEqual(['J301', 'J302', 'J303']);
  });

  it('refuses more nodes than the limit', () => {
    const nodes = Object.fromEntries(
      Array.from({ length: nodeLimit + 1 }, (_, index) => [`n${index}`, exit]),
    );
    expect(issuesOf(nodes)).toMatchObject([{ code: 'J210', facts: { count: nodeLimit + 1 } }]);
  });

  it('lets a key be text only', () => {
    const key = { entry: { on: { event: 'cart.abandoned' }, key: 'event.total > 3' } };
    expect(issuesOf({ a: exit }, key)).toMatchObject([
      { code: 'J403', facts: { expected: 'string', found: 'bool' } },
    ]);
  });

  it('never throws, whatever the document', () => {
    const word = fc.constantFrom(
      'a',
      'b',
      'sample.exit',
      'sample.message',
      'branch',
      'delay',
      '*',
      'toString',
      '1h',
    );
    const node = fc.record(
      {
        type: fc.oneof(word, fc.anything()),
        with: fc.anything(),
        next: fc.oneof(word, fc.dictionary(word, word)),
      },
      { requiredKeys: [] },
    );
    const document = fc.record(
      {
        id: word,
        name: word,
        entry: fc.anything(),
        exit: fc.anything(),
        start: word,
        nodes: fc.dictionary(word, fc.oneof(node, fc.anything())),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything(), document), (value) => {
        expect(Array.isArray(validateDocument(value, catalogue).issues)).toBe(true);
      }),
    );
  });
});
