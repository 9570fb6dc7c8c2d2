import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edgesOf } from '../../../src/canvas/model/edges.ts';
import { meaningOf } from '../../../src/canvas/model/meaning.ts';
import { viewOf } from '../../../src/canvas/model/step-view.ts';
import { awaitableWords, evidenceWords, failureOutcomes } from '../../../src/messaging/outcomes.ts';
import { check, journeyArbitrary, journeyOf, springSale, successesOf } from './journeys.ts';

const outlines = check(springSale).nodes;
const { offer = { type: 'none' }, done = { type: 'none' } } = springSale.nodes;

describe('the chips of a step', () => {
  it('are what is hoped for, then what has an edge; the rest is one number', () => {
    const { chips, rest, isRestRouted } = viewOf('offer', offer, outlines['offer']);
    expect(chips.map(({ key, meaning }) => `${key} ${meaning}`)).toEqual([
      'delivered reached',
      'experiment fell',
      'limit fell',
      'undeliverable failed',
      'silent fell',
      'unresolved failed',
    ]);
    expect(chips.every(({ isRouted }) => isRouted)).toBe(true);
    expect(rest).toContain('capped');
    expect(rest.filter((word) => word.startsWith('limit.'))).toEqual([]);
    expect(isRestRouted).toBe(true);
  });

  it('stand in the order of the type, whatever the order of the text', () => {
    const edges = typeof offer.next === 'object' ? Object.entries(offer.next) : [];
    const turned = { ...offer, next: Object.fromEntries(edges.toReversed()) };
    expect(viewOf('offer', turned, outlines['offer']).chips).toEqual(
      viewOf('offer', offer, outlines['offer']).chips,
    );
  });

  it('show what is hoped for also where no edge leads on', () => {
    const step = { type: 'delay', with: { for: '1h' } };
    const outline = check(journeyOf({ step })).nodes['step'];
    expect(viewOf('step', step, outline).chips).toEqual([
      { key: 'done', meaning: 'reached', isRouted: false },
    ]);
  });

  it('are none at an end of the journey', () => {
    expect(viewOf('done', done, outlines['done'])).toMatchObject({ chips: [], rest: [] });
  });

  it('are the same object until step or outline change', () => {
    const view = viewOf('offer', offer, outlines['offer']);
    expect(viewOf('offer', offer, outlines['offer'])).toBe(view);
    expect(viewOf('offer', { ...offer }, outlines['offer'])).not.toBe(view);
  });
});

describe('the edges that are drawn', () => {
  it('join outcomes that mean the same and lead to the same step', () => {
    const edges = edgesOf('offer', offer, ['delivered']).map(({ keys, target, meaning }) => [
      target,
      meaning,
      keys,
    ]);
    expect(edges).toEqual([
      ['think', 'reached', ['delivered']],
      ['text', 'fell', ['experiment', 'limit']],
      ['mail', 'failed', ['undeliverable', 'silent', 'unresolved', '*']],
    ]);
  });

  it('hold every key once, under ids that are their own', () => {
    fc.assert(
      fc.property(journeyArbitrary, (journey) => {
        const edges = Object.entries(journey.nodes).flatMap(([id, step]) => edgesOf(id, step, successesOf()));
        expect(new Set(edges.map(({ id }) => id)).size).toBe(edges.length);
        const count = Object.values(journey.nodes).reduce(
          (sum, { next = {} }) => sum + (typeof next === 'string' ? 1 : Object.keys(next).length),
          0,
        );
        expect(edges.flatMap(({ keys }) => keys)).toHaveLength(count);
      }),
    );
  });
});

describe('the meaning of an outcome', () => {
  it('is what the author hopes for, whatever the word', () => {
    for (const word of [...evidenceWords, ...failureOutcomes])
      expect(meaningOf(word, [word])).toBe('reached');
    expect(meaningOf('yes', ['yes.please'])).toBe('reached');
    expect(meaningOf('*', ['*'])).toBe('failed');
  });

  it('is a fall where the message was held back or nobody reacted, else a failure', () => {
    expect(meaningOf('limit', ['delivered'])).toBe('fell');
    expect(meaningOf('template', ['delivered'])).toBe('failed');
    const fallen = failureOutcomes.filter((word) => meaningOf(word, ['delivered']) === 'fell');
    expect(fallen).toEqual([
      'experiment',
      'limit.user',
      'limit.us',
      'limit.sender',
      'window',
      'consent',
      'template.paused',
      'capped',
      'silent',
      'expired',
      'stopped',
    ]);
  });

  it('of evidence is never bad, also while nothing is known of the step', () => {
    for (const word of awaitableWords) expect(meaningOf(word, [])).toBe('reached');
    expect(meaningOf('failed', [])).toBe('failed');
  });

  it('of every other way on is a fall, unless something failed', () => {
    const meant = (words: readonly string[]) => new Set(words.map((word) => meaningOf(word, ['done'])));
    expect(meant(['exhausted', 'full', 'missing', 'passed', 'refused', 'timeout'])).toEqual(
      new Set(['fell']),
    );
    expect(meant(['failed', 'invalid', 'unavailable'])).toEqual(new Set(['failed']));
  });

  it("of a project's own word that its type does not hope for is another way, no failure", () => {
    expect(meaningOf('stamped', ['stamped'])).toBe('reached');
    expect(meaningOf('on-waiting-list', ['stamped'])).toBe('fell');
    expect(meaningOf('unavailable', ['stamped'])).toBe('failed');
  });
});
