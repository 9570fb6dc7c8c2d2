import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canConnect } from '../../../src/canvas/model/can-connect.ts';
import { always } from '../../../src/canvas/model/edges.ts';
import { successOf, typesThatFit } from '../../../src/canvas/model/fits.ts';
import type { Step } from '../../../src/canvas/model/journey.ts';
import { successesIn } from '../../../src/canvas/model/outline.ts';
import { findStepBeside, readingOrder } from '../../../src/canvas/model/reading-order.ts';
import { answers, check, journeyArbitrary, journeyOf, springSale, successesOf } from './journeys.ts';

const types = [...answers.values()];
const checked = check(springSale);

describe('an edge may be drawn', () => {
  const ask = (source: string, key: string, target: string) =>
    canConnect(springSale, checked, { source, key, target });

  it('from an outcome that is free, also where a broader one has an edge', () => {
    expect(ask('offer', 'limit.us', 'mail')).toBe(true);
    expect(ask('text', 'capped', 'lost')).toBe(true);
  });

  it.each([
    ['offer', 'delivered', 'text', /already|이미/],
    ['offer', 'read', 'text', /never ends/],
    ['done', always, 'mail', /ends here/],
    ['offer', always, 'mail', /one by one/],
    ['think', 'exhausted', 'mail', /never ends/],
    ['nobody', 'x', 'mail', /no such step/],
    ['offer', 'capped', 'nobody', /no such step/],
  ])('not from %s by "%s" to %s, with the reason', (source, key, target, reason) => {
    const answer = ask(source, key, target);
    expect(answer === true ? '' : answer.en).toMatch(reason);
    expect(answer === true ? '' : answer.ko).toMatch(/[가-힣]/);
  });

  it('for failures only where there are any', () => {
    const waiting = journeyOf({
      wait: { type: 'delay', with: { for: '1h' } },
      end: { type: 'exit', with: { as: 'x' } },
    });
    const failing = canConnect(waiting, check(waiting), { source: 'wait', key: '*', target: 'end' });
    expect(failing).toEqual({ en: 'This step never fails.', ko: '이 단계는 실패하지 않습니다.' });
  });

  it('neither to a note nor from one', () => {
    const noted = journeyOf({
      wait: { type: 'delay', with: { for: '1h' } },
      note: { type: 'note', with: { text: 'x' } },
    });
    for (const [source, target] of [
      ['wait', 'note'],
      ['note', 'wait'],
    ] as const) {
      expect(canConnect(noted, check(noted), { source, key: always, target })).toHaveProperty('en');
    }
  });

  it('to anywhere while nothing is checked yet', () => {
    expect(canConnect(springSale, undefined, { source: 'offer', key: 'read', target: 'text' })).toBe(true);
  });
});

describe('types that fit', () => {
  const offered = (slot: Parameters<typeof typesThatFit>[1]) =>
    typesThatFit(types, slot, checked).map(({ type }) => type);

  it('into an edge are neither ends nor notes', () => {
    const fit = offered({ source: 'offer', keys: ['delivered'], target: 'think' });
    expect(fit).toContain('whatsapp.message');
    expect(fit.filter((type) => ['exit', 'note'].includes(type))).toEqual([]);
  });

  it('after a limit are no messages on the same channel', () => {
    const fit = offered({ source: 'offer', keys: ['limit.user', 'experiment'], target: 'text' });
    expect(fit.filter((type) => type.startsWith('whatsapp.'))).not.toContain('whatsapp.template');
    expect(fit).toContain('sms.send');
    expect(offered({ source: 'offer', keys: ['limit', 'silent'], target: 'text' })).toContain(
      'whatsapp.template',
    );
  });

  it('after failures of which one may not come again are all messages', () => {
    expect(offered({ source: 'offer', keys: ['template', 'limit'] })).toContain('whatsapp.template');
    expect(offered({ source: 'think', keys: ['timeout'] })).toContain('whatsapp.template');
    expect(offered({ source: 'nobody', keys: ['limit'] })).toContain('whatsapp.template');
  });

  it('at an open end may end the journey', () => {
    expect(offered({ source: 'text', keys: ['capped'] })).toContain('exit');
  });

  it('lead on by what they hope for', () => {
    const success = (type: string, config?: Step['with']) =>
      types.filter((answer) => answer.type === type).map((answer) => successOf(answer, config));
    expect(success('whatsapp.template')).toEqual(['delivered']);
    expect(success('whatsapp.template', { await: 'read' })).toEqual(['read']);
    expect(success('branch')).toEqual([always]);
    expect(success('set')).toEqual([always]);
    expect(success('delay')).toEqual(['done']);
  });
});

describe('a step that is inserted', () => {
  it.each(types.filter(({ terminal, annotation }) => !terminal && !annotation))(
    '$type leads on by an outcome that it has',
    (answer) => {
      const config = answer.example as Step['with'];
      const success = successOf(answer, config);
      const next = success === always ? 'end' : { [success]: 'end' };
      const journey = journeyOf({
        a: { type: answer.type, with: config, next },
        end: { type: 'exit', with: { as: 'x' } },
      });
      const { nodes, issues } = check(journey);
      expect(issues.map(({ code }) => code)).not.toContain('J305');
      if (success !== always) expect(nodes['a']?.successes).toContain(success);
    },
  );
});

describe('the reading order', () => {
  it('goes down what reaches the person, then along each fallback', () => {
    const order = readingOrder(springSale, successesIn(checked));
    expect(order.map(({ id, level }) => `${id} ${level}`)).toEqual([
      'offer 0',
      'think 0',
      'done 0',
      'text 1',
      'mail 2',
      'lost 3',
    ]);
  });

  it('has every step once, the unreachable last', () => {
    fc.assert(
      fc.property(journeyArbitrary, (journey) => {
        const order = readingOrder(journey, successesOf);
        expect(order.map(({ id }) => id).sort()).toEqual(Object.keys(journey.nodes).sort());
        expect(order[0]?.id).toBe(journey.start);
        const firstLost = order.findIndex(({ isReachable }) => !isReachable);
        if (firstLost >= 0) expect(order.slice(firstLost).some(({ isReachable }) => isReachable)).toBe(false);
      }),
    );
  });

  it('holds a thousand steps in a row', () => {
    const ids = Array.from({ length: 1_000 }, (_, index) => `s${index}`);
    const nodes = Object.fromEntries(
      ids.map((id, index) => [id, { type: 'x', ...(index < 999 ? { next: `s${index + 1}` } : {}) }]),
    );
    expect(readingOrder(journeyOf(nodes), () => []).map(({ id }) => id)).toEqual(ids);
  });
});

describe('arrow keys', () => {
  const places = { a: { x: 0, y: 0 }, b: { x: 0, y: 160 }, c: { x: 352, y: 160 }, d: { x: 0, y: 320 } };

  it('go to the nearest step in their direction', () => {
    expect(findStepBeside(places, 'a', 'down')).toBe('b');
    expect(findStepBeside(places, 'd', 'up')).toBe('b');
    expect(findStepBeside(places, 'b', 'right')).toBe('c');
    expect(findStepBeside(places, 'c', 'left')).toBe('b');
    expect(findStepBeside(places, 'd', 'down')).toBeUndefined();
    expect(findStepBeside(places, 'nobody', 'down')).toBeUndefined();
  });

  it('find something wherever there is a step ahead, and never the step itself', () => {
    const point = fc.record({ x: fc.integer({ min: 0, max: 9 }), y: fc.integer({ min: 0, max: 9 }) });
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 12 }), (points) => {
        const scattered = Object.fromEntries(points.map((at, index) => [`s${index}`, at]));
        const [{ x, y } = { x: 0, y: 0 }] = points;
        const isAhead = {
          up: points.some((at) => at.y < y),
          down: points.some((at) => at.y > y),
          left: points.some((at) => at.x < x),
          right: points.some((at) => at.x > x),
        };
        for (const direction of ['up', 'down', 'left', 'right'] as const) {
          const found = findStepBeside(scattered, 's0', direction);
          expect(found !== undefined && found !== 's0').toBe(isAhead[direction]);
        }
      }),
    );
  });
});
