// The worst cases: exact against all paths of a graph without cycles, never below what a random walk does in any.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Definition } from '../../../src/journey/definition.ts';
import { hourMs } from '../../support/flow-catalogue.ts';
import { journeyOf, journeys, proofOf, resolveAll, type Way, waysOf } from './random-walks.ts';

interface Worst {
  readonly total: number;
  readonly perDay: number;
  readonly sms: number;
  readonly longestMs: number;
}

function measure(walk: readonly Way[]): Worst {
  const sentAtMs: number[] = [];
  let nowMs = 0;
  for (const { channel, shortestMs } of walk) {
    if (channel !== undefined) sentAtMs.push(nowMs);
    nowMs += shortestMs;
  }
  const perDay = sentAtMs.map((fromMs, index) => {
    return sentAtMs.filter((atMs, other) => other >= index && atMs - fromMs < 24 * hourMs).length;
  });
  return {
    total: sentAtMs.length,
    perDay: Math.max(0, ...perDay),
    sms: walk.filter(({ channel }) => channel === 'sms').length,
    longestMs: walk.reduce((sum, { longestMs }) => sum + longestMs, 0),
  };
}

function worst(left: Worst, right: Worst): Worst {
  return {
    total: Math.max(left.total, right.total),
    perDay: Math.max(left.perDay, right.perDay),
    sms: Math.max(left.sms, right.sms),
    longestMs: Math.max(left.longestMs, right.longestMs),
  };
}

/** The worst of all walks of a journey without cycles. */
function enumerate(definition: Definition): Worst {
  const nodes = resolveAll(definition);
  const walkOn = (node: string | undefined, walk: readonly Way[]): Worst => {
    const resolved = node === undefined ? undefined : nodes.get(node);
    if (resolved === undefined) return measure(walk);
    return waysOf(resolved, 1)
      .map((way) => walkOn(way.target, [...walk, way]))
      .reduce(worst);
  };
  return walkOn(definition.start, []);
}

/** A walk by given choices, until it ends or they do. */
function walkBy(definition: Definition, choices: readonly number[]): Worst {
  const nodes = resolveAll(definition);
  const visits = new Map<string, number>();
  const walk: Way[] = [];
  let node: string | undefined = definition.start;
  for (const choice of choices) {
    const resolved = node === undefined ? undefined : nodes.get(node);
    if (node === undefined || resolved === undefined) break;
    visits.set(node, (visits.get(node) ?? 0) + 1);
    const ways = waysOf(resolved, visits.get(node) ?? 1);
    const way = ways[choice % ways.length] as Way;
    walk.push(way);
    node = way.target;
  }
  return measure(walk);
}

function provedWorst(definition: Definition): Worst {
  const { analysis } = proofOf(definition);
  const known = (bound: number | null | undefined) =>
    bound === null ? Number.POSITIVE_INFINITY : (bound ?? 0);
  return {
    total: known(analysis?.messages.total),
    perDay: known(analysis?.messages.perDay),
    sms: known(analysis?.byChannel['sms']?.total),
    longestMs: known(analysis?.longestMs),
  };
}

describe('the worst case', () => {
  it('is exact without cycles', () => {
    fc.assert(
      fc.property(journeys({ cyclic: false, bounded: true }), (definition) => {
        expect(provedWorst(definition)).toEqual(enumerate(definition));
      }),
      { numRuns: 500 },
    );
  });

  it('is never below what a walk does', () => {
    const choices = fc.array(fc.nat(11), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(journeys({ cyclic: true, bounded: true }), choices, (definition, chosen) => {
        const proved = provedWorst(definition);
        expect(worst(proved, walkBy(definition, chosen))).toEqual(proved);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is bounded where each cycle is', () => {
    const again = { type: 'say', with: { hours: 2 }, next: { silent: 'again' }, maxVisits: 3 };
    const { analysis, issues } = proofOf(journeyOf({ again }));
    expect(analysis?.messages).toEqual({ total: 3, perDay: 3 });
    expect(analysis?.longestMs).toBe(6 * hourMs);
    expect(issues).toEqual([]);
  });

  it('is unbounded where a cycle is not, but waits bound a day', () => {
    const again = { type: 'say', next: { delivered: 'rest' } };
    const rest = { type: 'rest', with: { hours: 8, least: 8 }, next: { done: 'again' } };
    const { analysis, issues } = proofOf(journeyOf({ again, rest }));
    expect(analysis).toMatchObject({ messages: { total: null, perDay: 3 }, longestMs: null });
    expect(issues).toEqual([]);
  });

  it('warns of many messages in a day, and of runs beyond two years', () => {
    const chain = Array.from({ length: 6 }, (_, index) => [
      `m${index}`,
      { type: 'say', next: `m${index + 1}` },
    ]);
    const late = { type: 'rest', with: { hours: 24 * 800 } };
    const { issues } = proofOf(journeyOf({ ...Object.fromEntries(chain), m6: late }));
    expect(issues.map(({ code, facts }) => ({ code, facts }))).toEqual([
      { code: 'J532', facts: { days: 800 } },
      { code: 'J530', facts: { perDay: 6, limit: 5 } },
    ]);
  });

  it('counts what an awaited sub-journey sends, and what it costs', () => {
    const calling = journeyOf({
      first: { type: 'call', with: { journey: 'two' }, next: 'last' },
      last: { type: 'say' },
    });
    const two = journeyOf({
      one: { type: 'say', next: 'other' },
      other: { type: 'say', with: { channel: 'sms' } },
    });
    const prices = { currency: 'KRW', prices: { 'whatsapp.marketing': 70, sms: 20 } };
    const { analysis } = proofOf(calling, { journeys: new Map([['two', two]]), prices });
    expect(analysis).toMatchObject({
      messages: { total: 3 },
      byChannel: { sms: { total: 1 }, whatsapp: { total: 2 } },
      cost: { currency: 'KRW', most: 160, unpriced: [] },
    });
  });
});
