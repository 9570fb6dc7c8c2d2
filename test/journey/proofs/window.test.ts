// The window's proof against an exhaustive search, and by example with the real node types.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../activities/nodes/index.ts';
import { check } from '../../../src/journey/check.ts';
import type { Definition } from '../../../src/journey/definition.ts';
import { hourMs } from '../../support/flow-catalogue.ts';
import { journeyOf, journeys, proofOf, resolveAll, waysOf } from './random-walks.ts';

/** Free-form nodes that some walk enters a day or more after the person wrote. */
function findOutside(definition: Definition): string[] {
  const nodes = resolveAll(definition);
  const outside = new Set<string>();
  const seen = new Set<string>();
  const pending = [
    {
      node: definition.start,
      since: 'inbound' in definition.entry.on ? 0 : 24 * hourMs,
      visits: {} as Record<string, number>,
    },
  ];
  for (let state = pending.pop(); state !== undefined; state = pending.pop()) {
    const key = JSON.stringify(state);
    const node = nodes.get(state.node);
    if (seen.has(key) || node === undefined) continue;
    seen.add(key);
    if (node.type.message?.(node.config).freeForm && state.since >= 24 * hourMs) outside.add(state.node);
    const visit = (state.visits[state.node] ?? 0) + 1;
    const isCounted = node.source.maxVisits !== undefined && visit <= node.source.maxVisits;
    const visits = isCounted ? { ...state.visits, [state.node]: visit } : state.visits;
    for (const { target, longestMs, isInbound } of waysOf(node, visit)) {
      const since = isInbound ? 0 : Math.min(24 * hourMs, state.since + longestMs);
      if (target !== undefined) pending.push({ node: target, since, visits });
    }
  }
  return [...outside].sort();
}

function unproved(definition: Definition): string[] {
  return proofOf(definition)
    .issues.flatMap((issue) => (issue.code === 'J501' ? issue.facts.node : []))
    .sort();
}

describe('the proof of the window', () => {
  it('agrees with an exhaustive search where visits are not bounded', () => {
    fc.assert(
      fc.property(journeys({ cyclic: true, bounded: false }), (definition) => {
        expect(unproved(definition)).toEqual(findOutside(definition));
      }),
      { numRuns: 500 },
    );
  });

  it('agrees with it where there are no cycles, bounded or not', () => {
    fc.assert(
      fc.property(journeys({ cyclic: false, bounded: true }), (definition) => {
        expect(unproved(definition)).toEqual(findOutside(definition));
      }),
      { numRuns: 300 },
    );
  });

  it('never calls a message proved that a bounded cycle can bring outside', () => {
    fc.assert(
      fc.property(journeys({ cyclic: true, bounded: true }), (definition) => {
        expect(unproved(definition)).toEqual(expect.arrayContaining(findOutside(definition)));
      }),
      { numRuns: 300 },
    );
  });
});

const reply = { type: 'say', with: { freeForm: true } };
const inbound = { on: { inbound: 'any' } } as const;

function findings(...args: Parameters<typeof journeyOf>) {
  return proofOf(journeyOf(...args)).issues.filter(({ code }) => code === 'J501');
}

describe('a free-form message', () => {
  it('is proved right after the person wrote, and within a day of it', () => {
    expect(findings({ reply }, inbound)).toEqual([]);
    expect(findings({ wait: { type: 'rest', with: { hours: 23 }, next: 'reply' }, reply }, inbound)).toEqual(
      [],
    );
    const asked = {
      ask: { type: 'say', with: { await: 'replied', hours: 99 }, next: { replied: 'reply' } },
      reply,
    };
    expect(findings(asked)).toEqual([]);
  });

  it('is not proved by an entry that is no message, and the finding says how it is reached', () => {
    const nodes = { which: { type: 'fork', next: { left: 'wait', right: 'ask' } }, reply };
    const ask = { type: 'say', with: { await: 'replied' }, next: { replied: 'reply' } };
    const wait = { type: 'rest', with: { hours: 1 }, next: { done: 'reply' } };
    const [finding] = findings({ ...nodes, ask, wait });
    expect(finding?.facts).toEqual({ node: 'reply', path: ['which', 'wait', 'reply'] });
    expect(finding?.path).toEqual(['nodes', 'reply']);
  });

  it('is not proved a day after a reply, and the path shows the wait', () => {
    const wait = { type: 'rest', with: { hours: 24 }, next: { done: 'reply' } };
    expect(findings({ wait, reply }, inbound)[0]?.facts).toEqual({ node: 'reply', path: ['wait', 'reply'] });
  });
});

describe('a sub-journey', () => {
  const answering = { ...journeyOf({ answer: reply }, inbound), id: 'answering' };
  const surroundings = { journeys: new Map([['answering', answering]]) };
  const call = { type: 'call', with: { journey: 'answering' } };

  it('is looked into: its messages have to be proved where it is called', () => {
    const definition = journeyOf({ call });
    const [issue] = proofOf(definition, surroundings).issues.filter(({ code }) => code === 'J501');
    expect(issue).toMatchObject({ path: ['nodes', 'call'], facts: { path: ['call', 'call/answer'] } });
    expect(proofOf(journeyOf({ call }, inbound), surroundings).issues).toEqual([]);
  });

  it('that is not known proves nothing for what follows', () => {
    const definition = journeyOf({ call: { ...call, next: 'reply' }, reply }, inbound);
    expect(proofOf(definition).issues.map(({ code }) => code)).toContain('J501');
  });
});

describe('with the nodes that wait for the person', () => {
  const outside = (nodes: Record<string, object>) => {
    const [start = ''] = Object.keys(nodes);
    const journey = { id: 'asks', name: 'Asks', entry: { on: { api: true } }, start, nodes };
    return check(journey, catalogue).issues.flatMap((issue) =>
      issue.code === 'J501' ? issue.facts.path : [],
    );
  };
  const end = { type: 'exit' };
  const note = {
    type: 'whatsapp.message',
    with: { text: 'Hello', waitForWindow: false },
    next: { delivered: 'end', unresolved: 'end', '*': 'end' },
  };
  const rest = (hours: number, to: string) => ({ type: 'delay', with: { for: `${hours}h` }, next: to });
  const offer = (to: string) => ({
    type: 'whatsapp.template',
    with: { template: 'sale', language: 'ko' },
    next: { delivered: to, unresolved: 'end', '*': 'end' },
  });
  const answer = (more: object, to: string) => ({
    type: 'whatsapp.wait-reply',
    with: { other: true, within: '7d', ...more },
    next: { other: to, timeout: 'end' },
  });

  it('an open window is worth what its margin leaves', () => {
    const window = (minutesLeft: number) => ({
      type: 'whatsapp.wait-window',
      with: { within: '7d', minutesLeft },
      next: { open: 'rest', timeout: 'end' },
    });
    expect(outside({ window: window(90), rest: rest(1, 'note'), note, end })).toEqual([]);
    expect(outside({ window: window(60), rest: rest(1, 'note'), note, end })).toEqual([
      'window',
      'rest',
      'note',
    ]);
  });

  it('an answer may be as old as its message', () => {
    expect(outside({ offer: offer('answer'), answer: answer({}, 'note'), note, end })).toEqual([]);
    const late = (hours: number) => ({ offer: offer('rest'), rest: rest(hours, 'answer'), note, end });
    expect(outside({ ...late(23), answer: answer({}, 'note') })).toEqual([]);
    expect(outside({ ...late(24), answer: answer({}, 'note') })).toContain('note');
  });

  it('measures from the message that the wait names', () => {
    const nodes = { offer: offer('rest'), rest: rest(30, 'again'), again: offer('answer'), note, end };
    expect(outside({ ...nodes, answer: answer({}, 'note') })).toEqual([]);
    expect(outside({ ...nodes, answer: answer({ to: 'again' }, 'note') })).toEqual([]);
    expect(outside({ ...nodes, answer: answer({ to: 'offer' }, 'note') })).toContain('note');
  });
});
