import { describe, expect, test } from 'vitest';
import { nodeTypes } from '../../../activities/nodes/index.ts';
import { playAsFar, toStopped } from '../../../src/canvas/simulate/play-as-far.ts';
import { append, beginSession, currentBranch, toRequest } from '../../../src/canvas/simulate/session.ts';
import { ProblemError } from '../../../src/client/client-errors.ts';
import { inventSample } from '../../../src/simulator/invent-sample.ts';
import type { SimulatedAction } from '../../../src/simulator/play-actions.ts';
import { prepareSimulation } from '../../../src/simulator/simulate-actions.ts';
import { SimulationTooLongError } from '../../../src/simulator/simulation-bound.ts';
import { circle } from '../../simulator/simulated.ts';

const definition = circle();
const begun = beginSession(inventSample({ definition, nodeTypes }));
const loop = ['rest', 'text', 'more'];

function played(actions: readonly SimulatedAction[], journey = definition) {
  const session = actions.reduce((reached, action) => append(action)(reached), begun);
  const simulate = prepareSimulation({ definition: journey, nodeTypes, options: { maxTurns: 100 } });
  return playAsFar(currentBranch(session), async (branch) => simulate(toRequest(session, branch)));
}

describe('a branch', () => {
  test('that is over in time is played to its last action', async () => {
    const { played: shown, stop } = await played([{ advance: '10m' }, { next: true }]);
    expect(stop).toBeUndefined();
    expect(shown?.branch.actions).toHaveLength(2);
  });

  test('that goes on and on keeps its way up to the action that went too far', async () => {
    const { played: shown, stop } = await played([{ advance: '10m' }, { advance: 'P2Y' }, { next: true }]);
    expect(stop).toEqual({ limit: 100, action: 1, loop });
    expect(shown?.branch.actions).toEqual([{ advance: '10m' }]);
    expect(shown?.answer).toMatchObject({
      entered: true,
      rest: { node: 'rest' },
      lines: [expect.any(Number)],
    });
  });

  test('that goes too far on entering has nothing to show but where', async () => {
    const next = {
      ...definition.nodes['more'],
      type: 'sms.send',
      maxVisits: 1_000,
      next: { accepted: 'text', '*': 'done' },
    };
    const restless = { ...definition, start: 'text', nodes: { ...definition.nodes, more: next } };
    expect(await played([{ advance: '10m' }], restless)).toEqual({
      played: undefined,
      stop: { limit: 100, action: null, loop: ['text', 'more'] },
    });
  });

  test('is not played where something else fails', async () => {
    const fail = async () => {
      throw new TypeError('A defect.');
    };
    await expect(playAsFar(currentBranch(begun), fail)).rejects.toThrow('A defect.');
  });
});

describe('the server', () => {
  const problem = (code: string, facts: object) =>
    new ProblemError({ type: '', title: '', status: 422, code, detail: '', hint: '', ...facts } as never);

  test('stops a run by the same bound, and tells the same of it', () => {
    const stop = { limit: 2_000, action: 3, loop };
    expect(toStopped(problem('SIMULATION_TOO_LONG', stop))).toEqual(new SimulationTooLongError(stop));
    const atOnce = { limit: 2_000, action: null, loop: [] };
    expect(toStopped(problem('SIMULATION_TOO_LONG', atOnce))).toMatchObject({ stop: atOnce });
  });

  test('may have other problems: they are told as they are', () => {
    const other = problem('JOURNEY_INVALID', {});
    expect(toStopped(other)).toBe(other);
    const older = problem('SIMULATION_TOO_LONG', { limit: 2_000 });
    expect(toStopped(older)).toBe(older);
  });
});
