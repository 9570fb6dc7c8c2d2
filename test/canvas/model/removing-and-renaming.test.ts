import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { removeSteps } from '../../../src/canvas/model/commands/remove-steps.ts';
import { renameStep } from '../../../src/canvas/model/commands/rename-step.ts';
import { keysOf } from '../../../src/canvas/model/edges.ts';
import { groupsOf } from '../../../src/canvas/model/groups.ts';
import { canRename } from '../../../src/canvas/model/ids.ts';
import { type Journey, placeOf } from '../../../src/canvas/model/journey.ts';
import { definitionSchema } from '../../../src/journey/definition.ts';
import {
  check,
  idArbitrary,
  journeyArbitrary,
  journeyOf,
  referencesOf,
  springSale,
  successesOf,
} from './journeys.ts';

const ids = fc.uniqueArray(idArbitrary, { maxLength: 4 });

function targetsOf({ nodes }: Journey): readonly string[] {
  return Object.values(nodes).flatMap(({ next = {} }) =>
    typeof next === 'string' ? [next] : Object.values(next),
  );
}

describe('removing', () => {
  it('leads those before to where its success leads, by way of others that go too', () => {
    const { start, nodes, canvas } = removeSteps(
      ['offer', 'think'],
      (id) => check(springSale).nodes[id]?.successes ?? [],
    )(springSale);
    expect(start).toBe('done');
    expect(Object.keys(nodes)).toEqual(['text', 'mail', 'done', 'lost']);
    expect(Object.keys(canvas ?? {})).toEqual(['text', 'mail', 'done', 'lost']);
  });

  it('draws no edge from a step to itself', () => {
    const journey = journeyOf({
      a: { type: 'x', next: { delivered: 'b', '*': 'c' } },
      b: { type: 'x', next: 'a' },
      c: { type: 'x' },
    });
    expect(removeSteps(['b'], successesOf)(journey).nodes['a']?.next).toEqual({ '*': 'c' });
  });

  it('leaves no dangling edge, no dangling start and nothing on the canvas', () => {
    fc.assert(
      fc.property(journeyArbitrary, ids, (journey, gone) => {
        const rest = removeSteps(gone, successesOf)(journey);
        const left = Object.keys(rest.nodes);
        expect(left).toEqual(Object.keys(journey.nodes).filter((id) => !gone.includes(id)));
        expect(definitionSchema.safeParse(rest).success).toBe(true);
        expect(targetsOf(rest).filter((target) => !left.includes(target))).toEqual([]);
        expect(left.length === 0 || left.includes(rest.start)).toBe(true);
        expect(gone.filter((id) => placeOf(rest, id) !== undefined)).toEqual([]);
        expect(
          groupsOf(rest)
            .flatMap(({ steps }) => steps)
            .filter((id) => !left.includes(id)),
        ).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('renaming', () => {
  const asking = journeyOf(
    {
      offer: {
        type: 'whatsapp.template',
        with: { template: 'offer', language: 'ko', body: ['{{ nodes.offer.outcome }}'] },
        next: { delivered: 'answer', '*': 'end' },
      },
      answer: {
        type: 'whatsapp.wait-reply',
        with: { to: 'offer', choices: { yes: 'offer' }, within: '1h' },
        next: { offer: 'fork', timeout: 'end' },
      },
      fork: {
        type: 'branch',
        with: {
          cases: [
            {
              name: 'quick',
              if: 'nodes.offer.outcome == "delivered" && nodes["offer"].outcome != "x" && nodes.offers.outcome != "y"',
            },
          ],
        },
        next: 'end',
      },
      end: { type: 'exit', with: { as: 'done' } },
    },
    { canvas: { offer: { x: 1, y: 2 }, $groups: { g: { name: 'G', steps: ['offer', 'end'] } } } },
  );

  it('follows the id into edges, start, canvas, groups, quotes, conditions and texts, and nowhere else', () => {
    const renamed = renameStep('offer', 'first-offer', referencesOf)(asking);
    expect(renamed.start).toBe('first-offer');
    expect(renamed.canvas).toEqual({
      'first-offer': { x: 1, y: 2 },
      $groups: { g: { name: 'G', steps: ['first-offer', 'end'] } },
    });
    expect(renamed.nodes['first-offer']?.with).toMatchObject({
      template: 'offer',
      body: ['{{ nodes["first-offer"].outcome }}'],
    });
    expect(renamed.nodes['answer']?.with).toMatchObject({ to: 'first-offer', choices: { yes: 'offer' } });
    expect(renamed.nodes['answer']?.next).toEqual({ offer: 'fork', timeout: 'end' });
    expect(renamed.nodes['fork']?.with).toEqual({
      cases: [
        {
          name: 'quick',
          if: 'nodes["first-offer"].outcome == "delivered" && nodes["first-offer"].outcome != "x" && nodes.offers.outcome != "y"',
        },
      ],
    });
  });

  it('knows the same references as the types, and those of configs that do not fit yet', () => {
    const steps = [
      { type: 'whatsapp.message', with: { text: 'Hi', replyTo: 'offer' } },
      { type: 'whatsapp.reaction', with: { emoji: '👍', to: 'offer' } },
      { type: 'whatsapp.reaction', with: { emoji: '👍', to: { inbound: 'last' } } },
      { type: 'whatsapp.wait-reply', with: { to: 'offer', other: true, within: '1h' } },
    ];
    for (const step of steps)
      expect(referencesOf(step)).toEqual(check(journeyOf({ step })).nodes['step']?.quotes);
    const unfinished = { type: 'whatsapp.wait-reply', with: { to: 'offer' } };
    expect(referencesOf(unfinished)).toEqual([{ path: ['to'], node: 'offer' }]);
    expect(referencesOf({ type: 'shop.coupon', with: { to: 'offer' } })).toEqual([]);
  });

  it('and back is where it was, and the checker says the same', () => {
    const renamed = renameStep('offer', 'first', referencesOf)(asking);
    expect(check(renamed).issues.map(({ code }) => code)).toEqual(
      check(asking).issues.map(({ code }) => code),
    );
    const back = renameStep('first', 'offer', referencesOf)(renamed);
    expect(back).toEqual(asking);
  });

  it('leaves no reference to the old id', () => {
    fc.assert(
      fc.property(journeyArbitrary, idArbitrary, (journey, id) => {
        const renamed = renameStep(id, 'zz-new')(journey);
        if (renamed === journey) return;
        expect([renamed.start, ...Object.keys(renamed.nodes), ...targetsOf(renamed)]).not.toContain(id);
        expect(Object.keys(renamed.canvas ?? {})).not.toContain(id);
        const read = JSON.stringify(Object.values(renamed.nodes).map((step) => step.with ?? {}));
        expect(read).not.toContain(`nodes.${id}.`);
        expect(read).not.toContain(`nodes[\\"${id}\\"]`);
        expect(groupsOf(renamed).flatMap(({ steps }) => steps)).not.toContain(id);
        expect(Object.values(renamed.nodes).map((step) => keysOf(step))).toEqual(
          Object.values(journey.nodes).map((step) => keysOf(step)),
        );
      }),
    );
  });

  it('is refused with a reason where the id is taken or no id', () => {
    expect(canRename(springSale, 'text', 'mail')).toMatchObject({ ko: '"mail" 단계가 이미 있습니다.' });
    expect(canRename(springSale, 'text', 'Two words')).toHaveProperty('en');
    expect(canRename(springSale, 'text', 'constructor')).toHaveProperty('en');
    expect(canRename(springSale, 'text', 'text')).toBe(true);
    expect(renameStep('text', 'mail')(springSale)).toBe(springSale);
  });
});
