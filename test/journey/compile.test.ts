import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CompileError, compile } from '../../src/journey/compile.ts';
import { type Definition, definitionSchema } from '../../src/journey/definition.ts';
import { findEdgeKey } from '../../src/journey/outcome-match.ts';
import { failureOutcomes } from '../../src/messaging/outcomes.ts';
import { sampleCatalogue } from '../support/sample-catalogue.ts';
import { walkChart } from '../support/walk-chart.ts';

function journey(nodes: Definition['nodes'], start = 'offer'): Definition {
  return definitionSchema.parse({ id: 'test', name: 'Test', entry: { on: { api: true } }, start, nodes });
}

const offer = (next?: Definition['nodes'][string]['next']) => ({
  type: 'sample.message',
  with: { text: 'Hello' },
  ...(next === undefined ? {} : { next }),
});
const exit = { type: 'sample.exit', with: { as: 'reached' } };

function endOf(next: Definition['nodes'][string]['next'], outcome: string) {
  const nodes = { offer: offer(next), text: offer(), mail: offer(), think: offer(), done: exit };
  return walkChart(compile(journey(nodes), sampleCatalogue), [{ done: outcome }]);
}

describe('compile', () => {
  const next = {
    '*': 'mail',
    template: 'text',
    'template.paused': 'think',
    limit: 'text',
    delivered: 'done',
  } as const;

  it.each([
    ['delivered', 'done'],
    ['template.paused', 'think'],
    ['template.missing', 'text'],
    ['limit.user', 'text'],
    ['limit', 'text'],
    ['limits', 'mail'],
    ['silent', 'mail'],
  ])('routes %s to %s', (outcome, node) => {
    expect(endOf(next, outcome).entered).toEqual(['offer', node]);
  });

  it('does not route unresolved by *, but ends the run with that word', () => {
    expect(endOf(next, 'unresolved')).toEqual({ entered: ['offer'], ended: 'unresolved' });
  });

  it('does not route an awaited outcome by *', () => {
    expect(endOf({ '*': 'mail' }, 'delivered')).toEqual({ entered: ['offer'], ended: 'delivered' });
  });

  it('routes every outcome by a next without words', () => {
    expect(endOf('mail', 'unresolved').entered).toEqual(['offer', 'mail']);
  });

  it('ends with the outcome where there is no next', () => {
    expect(endOf(undefined, 'silent')).toEqual({ entered: ['offer'], ended: 'silent' });
  });

  it('counts a visit anew when a node leads to itself', () => {
    const chart = compile(journey({ offer: offer({ silent: 'offer' }) }), sampleCatalogue);
    const walk = walkChart(chart, [{ done: 'silent' }, { done: 'silent' }, { done: 'delivered' }]);
    expect(walk).toEqual({ entered: ['offer', 'offer', 'offer'], ended: 'delivered' });
  });

  it('leaves from anywhere on an exit event', () => {
    const chart = compile(
      journey({ wait: { type: 'sample.wait', with: { event: 'order.placed', within: '1d' } } }, 'wait'),
      sampleCatalogue,
    );
    expect(walkChart(chart, [{ exit: 'converted' }])).toEqual({ entered: ['wait'], ended: 'converted' });
    expect(walkChart(chart, [{ event: 'order.placed' }]).ended).toBe('received');
  });

  it('routes as the law of prefixes says, whatever the edges', () => {
    const word = fc.constantFrom(
      'delivered',
      'limit',
      'limit.user',
      'template',
      'template.paused',
      'unresolved',
      '*',
    );
    const routes = fc.dictionary(word, fc.constantFrom('text', 'mail', 'think'), { minKeys: 1 });
    fc.assert(
      fc.property(routes, fc.constantFrom('delivered', ...failureOutcomes), (edges, outcome) => {
        const key = findEdgeKey(Object.keys(edges), outcome, ['delivered']);
        const walk = endOf(edges, outcome);
        if (key === undefined) expect(walk).toEqual({ entered: ['offer'], ended: outcome });
        else expect(walk.entered).toEqual(['offer', edges[key]]);
      }),
    );
  });

  it('is plain JSON', () => {
    const chart = compile(
      journey({ offer: offer(next), text: exit, mail: exit, think: exit, done: exit }),
      sampleCatalogue,
    );
    expect(JSON.parse(JSON.stringify(chart))).toEqual(chart);
  });

  it('upgrades the config of an older node version', () => {
    const nodes = { offer: { type: 'sample.message', version: 1, with: { body: 'Hello' } } };
    expect(compile(journey(nodes), sampleCatalogue).initial).toBe('offer');
  });

  it('refuses what the checker would have refused', () => {
    expect(() => compile(journey({ offer: { type: 'nope' } }), sampleCatalogue)).toThrow(CompileError);
    expect(() => compile(journey({ offer: { type: 'sample.message' } }), sampleCatalogue)).toThrow(
      CompileError,
    );
  });
});
