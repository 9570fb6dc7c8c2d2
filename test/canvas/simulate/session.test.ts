import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogue, nodeTypes } from '../../../activities/nodes/index.ts';
import {
  append,
  beginSession,
  type Change,
  changeSetup,
  closeBranch,
  currentBranch,
  fork,
  goBackTo,
  renameBranch,
  restart,
  type Session,
  selectBranch,
  stepAgain,
  stepBack,
  toRequest,
} from '../../../src/canvas/simulate/session.ts';
import { checkSource } from '../../../src/journey/check-answer.ts';
import { inventSample } from '../../../src/simulator/invent-sample.ts';
import type { SimulatedAction } from '../../../src/simulator/play-actions.ts';
import { simulateActions } from '../../../src/simulator/simulate-actions.ts';
import { createSimulator } from '../../../src/simulator/simulator.ts';
import { offer } from '../../simulator/simulated.ts';

const definition = offer();
const fresh = beginSession(inventSample({ definition, nodeTypes }));
const changed = (session: Session, ...changes: readonly Change[]) =>
  changes.reduce((reached, change) => change(reached), session);
const actionsOf = (session: Session) => currentBranch(session).actions;

const fail: SimulatedAction = { fail: 130472 };
const deliver: SimulatedAction = { deliver: true };
const hour: SimulatedAction = { advance: '1h' };

describe('a session', () => {
  test('is the list of what was done', () => {
    const session = changed(fresh, append(hour), append(fail));
    expect(actionsOf(session)).toEqual([hour, fail]);
    expect(toRequest(session)).toMatchObject({ person: { id: 'sample' }, actions: [hour, fail] });
  });

  test('steps back by leaving the last out, and forward again', () => {
    const session = changed(fresh, append(hour), append(fail), stepBack);
    expect(actionsOf(session)).toEqual([hour]);
    expect(actionsOf(changed(session, stepAgain))).toEqual([hour, fail]);
    expect(changed(fresh, stepBack)).toBe(fresh);
    expect(changed(fresh, stepAgain)).toBe(fresh);
  });

  test('forgets what was taken back once something else is done', () => {
    const session = changed(fresh, append(hour), stepBack, append(fail));
    expect(changed(session, stepAgain)).toBe(session);
  });

  test('begins again, and can do again what was done', () => {
    const session = changed(fresh, append(hour), append(fail), restart);
    expect(actionsOf(session)).toEqual([]);
    expect(actionsOf(changed(session, stepAgain, stepAgain))).toEqual([hour, fail]);
  });

  test('goes back to before what went too far, and can do it again', () => {
    const session = changed(fresh, append(hour), append(fail), append(deliver), goBackTo(1));
    expect(actionsOf(session)).toEqual([hour]);
    expect(actionsOf(changed(session, stepAgain, stepAgain))).toEqual([hour, fail, deliver]);
  });

  test('keeps a branch as it is where it goes on from an earlier point of it', () => {
    const session = changed(fresh, append(hour), append(fail), fork(1), append(deliver));
    expect(session.branches.map(({ actions }) => actions)).toEqual([
      [hour, fail],
      [hour, deliver],
    ]);
    expect(actionsOf(changed(session, selectBranch(1)))).toEqual([hour, fail]);
  });

  test('closes branches but the last, and names them', () => {
    const session = changed(fresh, append(hour), fork(0), renameBranch(' at once '));
    expect(currentBranch(session).name).toBe('at once');
    const one = changed(session, closeBranch);
    expect(one.branches).toHaveLength(1);
    expect(actionsOf(one)).toEqual([hour]);
    expect(changed(one, closeBranch)).toBe(one);
    expect(currentBranch(changed(session, renameBranch(''))).name).toBeUndefined();
  });

  test('keeps what was done where another person is taken', () => {
    const other = { ...fresh.setup, person: { ...fresh.setup.person, id: 'other' } };
    expect(toRequest(changed(fresh, append(fail), changeSetup(other)))).toMatchObject({
      person: { id: 'other' },
      actions: [fail],
    });
  });
});

describe('any list of changes', () => {
  const action = fc.constantFrom<SimulatedAction>(
    hour,
    fail,
    deliver,
    { read: true },
    { next: true },
    { silence: true },
    { refuse: 131026 },
    { reply: 'yes' },
    { advance: '3h' },
  );
  const change = fc.oneof(
    { weight: 4, arbitrary: action.map(append) },
    fc.constantFrom<Change>(stepBack, stepAgain, restart, closeBranch),
    fc.nat(4).map(fork),
    fc.integer({ min: 1, max: 4 }).map(selectBranch),
  );

  test('leaves a session with a current branch, and no branch but the current one changed', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        let session = fresh;
        for (const one of changes) {
          const next = one(session);
          expect(next.branches.some(({ id }) => id === next.current)).toBe(true);
          expect(new Set(next.branches.map(({ id }) => id)).size).toBe(next.branches.length);
          for (const branch of session.branches) {
            if (branch.id === session.current) continue;
            const same = next.branches.find(({ id }) => id === branch.id);
            if (same !== undefined) expect(same).toBe(branch);
          }
          session = next;
        }
      }),
    );
  });

  test('plays as the simulator does step by step', () => {
    const check = checkSource(JSON.stringify(definition), catalogue);
    expect(check.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    const simulator = createSimulator({ definition, nodeTypes });
    fc.assert(
      fc.property(
        fc.array(
          action.filter((one) => !('refuse' in one)),
          { maxLength: 8 },
        ),
        (actions) => {
          const session = changed(fresh, ...actions.map(append));
          const answer = simulateActions({ definition, nodeTypes }, toRequest(session));
          const begun = simulator.begin({ ...fresh.setup, at: answer.entered ? answer.startedAt : 0 });
          if (!begun.entered || !answer.entered) throw new TypeError('Nobody entered.');
          const end = actions.reduce(
            (simulation, one) =>
              'next' in one ? simulator.advanceToNext(simulation) : simulator.act(simulation, one),
            begun.simulation,
          );
          expect(answer.now).toBe(end.now);
          expect(answer.ended ?? undefined).toBe(end.ended);
          const settled = answer.path.filter(({ settledAt }) => settledAt !== null);
          expect(settled.map(({ node, outcome }) => [node, outcome])).toEqual(
            end.steps.map(({ node, outcome }) => [node, outcome]),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});
