import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut } from '../../../src/canvas/model/clipboard.ts';
import { addStep, insertOnEdge } from '../../../src/canvas/model/commands/add-step.ts';
import { chain } from '../../../src/canvas/model/commands/chain.ts';
import { connect, disconnect, reconnect, renameOutcome } from '../../../src/canvas/model/commands/connect.ts';
import {
  freshGroupId,
  groupSteps,
  moveToGroup,
  setGroup,
  ungroupSteps,
} from '../../../src/canvas/model/commands/group-steps.ts';
import { duplicateSteps, pasteSteps } from '../../../src/canvas/model/commands/paste-steps.ts';
import { nudge, place, tidy } from '../../../src/canvas/model/commands/place.ts';
import { renameStep } from '../../../src/canvas/model/commands/rename-step.ts';
import { setConfig, setJourney, setStart, setStep } from '../../../src/canvas/model/commands/set.ts';
import { always } from '../../../src/canvas/model/edges.ts';
import { groupsOf } from '../../../src/canvas/model/groups.ts';
import { freshIds } from '../../../src/canvas/model/ids.ts';
import type { Command, Journey } from '../../../src/canvas/model/journey.ts';
import { definitionSchema } from '../../../src/journey/definition.ts';
import { idArbitrary, journeyArbitrary, jsonArbitrary, keyArbitrary } from './journeys.ts';

const point = fc.record({ x: fc.integer(), y: fc.integer() });
const keys = fc.uniqueArray(fc.oneof(keyArbitrary, fc.constant(always)), { maxLength: 3 });
const ids = fc.uniqueArray(idArbitrary, { maxLength: 4 });
const path = fc.array(fc.oneof(fc.constantFrom('text', 'list', '__proto__'), fc.nat({ max: 3 })), {
  maxLength: 3,
});
const value = fc.option(jsonArbitrary, { nil: undefined });

/** Every command but `removeSteps`, with whatever a careless caller may give it. */
const keeping: fc.Arbitrary<Command> = fc.oneof(
  fc
    .tuple(idArbitrary, fc.boolean(), point)
    .map(([id, annotation, at]) => addStep({ id, type: 'note', annotation }, at)),
  fc
    .record({ source: idArbitrary, keys, target: idArbitrary, id: idArbitrary, success: keyArbitrary })
    .map(({ id, success, ...edge }) =>
      insertOnEdge(edge, { id, type: 'sms.send' }, { success, places: { a: { x: 0, y: 0 } } }),
    ),
  fc
    .record({ source: idArbitrary, key: fc.oneof(keyArbitrary, fc.constant(always)), target: idArbitrary })
    .map((edge) => connect(edge)),
  fc
    .tuple(idArbitrary, keys, idArbitrary)
    .map(([source, some, target]) => reconnect({ source, keys: some }, target)),
  fc.tuple(idArbitrary, keys).map(([source, some]) => disconnect({ source, keys: some })),
  fc.tuple(idArbitrary, keyArbitrary, keyArbitrary).map(([id, from, to]) => renameOutcome(id, from, to)),
  fc.tuple(idArbitrary, path, value).map(([id, at, set]) => setConfig(id, at, set)),
  fc
    .tuple(idArbitrary, fc.integer(), fc.string())
    .map(([id, maxVisits, name]) => setStep(id, { maxVisits, name })),
  fc
    .tuple(fc.constantFrom('name', 'policy', 'entry', 'id', 'note'), value)
    .map(([field, set]) => setJourney([field], set)),
  idArbitrary.map(setStart),
  fc.tuple(idArbitrary, fc.oneof(idArbitrary, fc.string())).map(([id, newId]) => renameStep(id, newId)),
  fc.tuple(ids, point).map(
    ([some, by]): Command =>
      (journey) =>
        duplicateSteps(freshIds(journey, some), by)(journey),
  ),
  fc.tuple(ids, point).map(
    ([some, at]): Command =>
      (journey) =>
        pasteSteps(cut(journey, some), at)(journey),
  ),
  fc.tuple(ids, point).map(([some, by]) => nudge(some, by)),
  fc.tuple(idArbitrary, point).map(([id, at]) => place([[id, at]])),
  fc.tuple(idArbitrary, point).map(([id, at]) => tidy({ [id]: at })),
  fc.tuple(ids, fc.string()).map(
    ([some, name]): Command =>
      (journey) =>
        groupSteps(some, { id: freshGroupId(journey), name })(journey),
  ),
  fc.tuple(ids, fc.constantFrom('one', 'gone', undefined)).map(([some, into]) => moveToGroup(some, into)),
  fc.constantFrom(ungroupSteps('one'), setGroup('one', { name: 'Two', folded: true })),
);
const commands = fc.array(keeping, { minLength: 1, maxLength: 12 });

function shapeOf(journey: Journey) {
  return definitionSchema.safeParse(JSON.parse(JSON.stringify(journey))).success;
}

describe('any commands', () => {
  it("keep the journey's shape and lose no step", () => {
    fc.assert(
      fc.property(journeyArbitrary, commands, (journey, list) => {
        const changed = chain(...list)(journey);
        expect(shapeOf(changed)).toBe(true);
        expect(Object.keys(changed.nodes).length).toBeGreaterThanOrEqual(Object.keys(journey.nodes).length);
        expect(
          groupsOf(changed).every(({ steps }) => steps.every((id) => Object.hasOwn(changed.nodes, id))),
        ).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('leave the journey that they got as it was', () => {
    fc.assert(
      fc.property(journeyArbitrary, commands, (journey, list) => {
        const before = JSON.stringify(journey);
        chain(...list)(journey);
        expect(JSON.stringify(journey)).toBe(before);
      }),
    );
  });

  it('give the same journey back where they change nothing', () => {
    fc.assert(
      fc.property(journeyArbitrary, keeping, (journey, command) => {
        const changed = command(journey);
        if (JSON.stringify(changed) === JSON.stringify(journey)) expect(changed).toBe(journey);
      }),
    );
  });
});
