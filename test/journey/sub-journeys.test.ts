// Awaited sub-journeys and bounded visits, compiled from the real node types and walked by the real driver.

import { describe, expect, it } from 'vitest';
import { catalogue } from '../../activities/nodes/index.ts';
import { compile } from '../../src/journey/compile.ts';
import { type Definition, definitionSchema } from '../../src/journey/definition.ts';
import { contextOf } from '../../src/machine/driver.ts';
import { type SteeredRun, steer } from '../machine/steered-run.ts';

type Nodes = Record<string, Definition['nodes'][string]>;

function journey(id: string, nodes: Nodes): Definition {
  const [start] = Object.keys(nodes);
  return definitionSchema.parse({ id, name: id, entry: { on: { api: true } }, start, nodes });
}

function begin(nodes: Nodes, called: readonly Definition[] = []): SteeredRun {
  const journeys = new Map(called.map((one) => [one.id, one]));
  return steer(compile(journey('outer', nodes), catalogue, { journeys }));
}

const call = (id: string, next?: Nodes[string]['next']): Nodes[string] => ({
  type: 'journey.run',
  with: { journey: id },
  ...(next === undefined ? {} : { next }),
});
const text = (next?: Nodes[string]['next']): Nodes[string] => ({
  type: 'sms.send',
  with: { text: 'Hello' },
  ...(next === undefined ? {} : { next }),
});
const exit = (as: string): Nodes[string] => ({ type: 'exit', with: { as } });

/** `node:visit=outcome`, in the order of the journal. */
function journalOf(run: SteeredRun): string[] {
  return run.journal.map(({ node, visit, outcome }) => `${node}:${visit}=${outcome}`);
}

const settle = (outcome: string) => ({ status: 'settled', outcome }) as const;

/** Sends a text; an exit's word for success, an outcome without an edge for the rest. */
const asking = journey('asking', { ask: text({ accepted: 'done' }), done: exit('asked') });

describe('an awaited sub-journey', () => {
  const outer = {
    first: call('asking', { asked: 'thanks', '*': 'sorry' }),
    thanks: exit('glad'),
    sorry: exit('sad'),
  };

  it('returns the word of its exit to the edges of the calling node, which is journaled once', () => {
    const run = begin(outer, [asking]).answer(settle('accepted'));
    expect(journalOf(run)).toEqual([
      'first/ask:1=accepted',
      'first/done:1=asked',
      'first:1=asked',
      'thanks:1=glad',
    ]);
    expect(run.ended).toBe('glad');
  });

  it('returns an outcome that it has no edge for, which is a failure to its caller', () => {
    const run = begin(outer, [asking]).answer(settle('undeliverable'));
    expect(journalOf(run)).toEqual(['first/ask:1=undeliverable', 'first:1=undeliverable', 'sorry:1=sad']);
  });

  it('does not have unresolved caught by *, as any other node', () => {
    expect(begin(outer, [asking]).answer(settle('unresolved')).ended).toBe('unresolved');
  });

  it('is journaled from its entry to its return', () => {
    const run = begin(outer, [asking]).at(70).answer(settle('accepted'));
    expect(run.journal.find(({ node }) => node === 'first')).toMatchObject({ entered: 0, settled: 70 });
    expect(contextOf(run.run).calls).toEqual({});
  });

  it('asks for the activity of its own node, and survives being carried over', () => {
    const run = begin(outer, [asking]).carryOver();
    expect(run.run.activities).toMatchObject([{ op: 'sms.send', node: 'first/ask', visit: 1 }]);
    expect(run.at(9).answer(settle('accepted')).ended).toBe('glad');
  });

  it('is left at once by an exit rule of the run', () => {
    const run = begin(outer, [asking]).exit('converted');
    expect(run.ended).toBe('converted');
    expect(journalOf(run)).toEqual(['first/ask:1=converted']);
  });

  it('may stand inside another, and each returns to its own caller', () => {
    const middle = journey('middle', {
      deep: call('asking', { asked: 'done', '*': 'done' }),
      done: exit('through'),
    });
    const run = begin({ first: call('middle', 'last'), last: exit('over') }, [asking, middle]);
    run.at(5).answer(settle('expired'));
    expect(journalOf(run)).toEqual([
      'first/deep/ask:1=expired',
      'first/deep:1=expired',
      'first/done:1=through',
      'first:1=through',
      'last:1=over',
    ]);
  });

  it('may be called in two places: each has its own nodes and visits', () => {
    const run = begin({ first: call('asking', 'second'), second: call('asking') }, [asking]);
    run.answer(settle('accepted')).answer(settle('capped'));
    expect(journalOf(run).filter((entry) => entry.includes('ask:'))).toEqual([
      'first/ask:1=accepted',
      'second/ask:1=capped',
    ]);
    expect(run.ended).toBe('capped');
  });
});

describe('visits', () => {
  it('count on when a sub-journey is called again', () => {
    const run = begin({ first: { ...call('asking', { asked: 'first', '*': 'out' }) }, out: exit('out') }, [
      asking,
    ]);
    run.answer(settle('accepted')).answer(settle('accepted')).answer(settle('silent'));
    expect(journalOf(run).filter((entry) => !entry.includes('done'))).toEqual([
      'first/ask:1=accepted',
      'first:1=asked',
      'first/ask:2=accepted',
      'first:2=asked',
      'first/ask:3=silent',
      'first:3=silent',
      'out:1=out',
    ]);
  });

  it('beyond maxVisits end at once as exhausted, without the activity', () => {
    const run = begin({
      again: { ...text({ '*': 'again', exhausted: 'out' }), maxVisits: 2 },
      out: exit('out'),
    });
    run.answer(settle('silent')).answer(settle('silent'));
    expect(journalOf(run)).toEqual(['again:1=silent', 'again:2=silent', 'again:3=exhausted', 'out:1=out']);
    expect(run.run.activities).toEqual([]);
  });

  it('beyond maxVisits end the run where exhausted has no edge, whatever else catches', () => {
    const byName = begin({ again: { ...text({ '*': 'again', accepted: 'again' }), maxVisits: 1 } });
    expect(byName.answer(settle('silent')).ended).toBe('exhausted');
    const byAll = begin({ again: { ...text('again'), maxVisits: 1 } });
    expect(byAll.answer(settle('silent')).ended).toBe('exhausted');
  });

  it('of a calling node are bounded too, without entering its sub-journey again', () => {
    const bounded = { ...call('asking', { asked: 'first', exhausted: 'out' }), maxVisits: 1 };
    const run = begin({ first: bounded, out: exit('out') }, [asking]).answer(settle('accepted'));
    expect(journalOf(run)).toEqual([
      'first/ask:1=accepted',
      'first/done:1=asked',
      'first:1=asked',
      'first:2=exhausted',
      'out:1=out',
    ]);
    expect(contextOf(run.run).calls).toEqual({});
  });

  it('of a node inside a sub-journey return exhausted to the caller', () => {
    const trying = journey('trying', { ask: { ...text({ '*': 'ask' }), maxVisits: 2 } });
    const run = begin(
      {
        first: call('trying', { '*': 'sorry', exhausted: 'tired' }),
        sorry: exit('sad'),
        tired: exit('tired'),
      },
      [trying],
    );
    expect(run.answer(settle('silent')).answer(settle('silent')).ended).toBe('tired');
    expect(journalOf(run).at(-2)).toBe('first:1=exhausted');
  });
});
