import { describe, expect, test } from 'vitest';
import { nodeTypes } from '../../activities/nodes/index.ts';
import type { SimulatedAction } from '../../src/simulator/play-actions.ts';
import { prepareSimulation, simulateActions } from '../../src/simulator/simulate-actions.ts';
import { findLoop, SimulationTooLongError } from '../../src/simulator/simulation-bound.ts';
import { toJourneyTestCase } from '../../src/simulator/to-journey-test-case.ts';
import { circle, mondayAtTen } from './simulated.ts';

const start = new Date(mondayAtTen).toISOString();

describe('a run that does more than is played at once', () => {
  const playUpTo = (maxTurns: number, definition = circle()) =>
    prepareSimulation({ definition, nodeTypes, options: { maxTurns } });
  const stopOf = (play: () => unknown) => {
    try {
      play();
    } catch (error) {
      if (error instanceof SimulationTooLongError) return error.stop;
      throw error;
    }
    throw new TypeError('It was played to its end.');
  };
  const loop = ['rest', 'text', 'more'];

  test('is stopped, and tells by which action and where it goes around', () => {
    const play = playUpTo(100);
    const years: SimulatedAction[] = [{ advance: '30s' }, { advance: '10m' }, { advance: 'P2Y' }];
    expect(stopOf(() => play({ start, actions: years }))).toEqual({ limit: 100, action: 2, loop });
    expect(play({ start, actions: years.slice(0, 2) })).toMatchObject({ rest: { node: 'rest' } });
  });

  test('is bounded by itself: 2,000 timers and things done', () => {
    expect(
      stopOf(() =>
        simulateActions({ definition: circle(), nodeTypes }, { start, actions: [{ advance: 'P2Y' }] }),
      ).limit,
    ).toBe(2_000);
  });

  test('is stopped at its entry where it rests nowhere', () => {
    const look = {
      type: 'branch',
      with: { cases: [{ name: 'again', if: 'true' }] },
      maxVisits: 1_000,
      next: { again: 'text', else: 'done', exhausted: 'done' },
    };
    const restless = { ...circle(), nodes: { ...circle().nodes, rest: look } };
    expect(stopOf(() => playUpTo(100, restless)({ start, actions: [] }))).toMatchObject({
      action: null,
      loop,
    });
  });

  test('counts all actions together, each play anew', () => {
    const play = playUpTo(100);
    const minutes = Array.from({ length: 40 }, () => ({ advance: '1m' }) as const);
    const { action } = stopOf(() => play({ start, actions: minutes }));
    if (action === null) throw new TypeError('It was an action that went too far.');
    expect(play({ start, actions: minutes.slice(0, action) })).toMatchObject({ entered: true });
    expect(stopOf(() => play({ start, actions: minutes })).action).toBe(action);
  });

  test('gives no journey test: that would be played to its end', () => {
    const input = { definition: circle(), nodeTypes, options: { maxTurns: 100 } };
    const request = { start, actions: [{ advance: '1m' } as const] };
    expect(stopOf(() => toJourneyTestCase('', input, request))).toMatchObject({ limit: 100, loop });
  });

  test('has a loop where it came to a node again: its last round, from the node that it came to first', () => {
    expect(findLoop([])).toEqual([]);
    expect(findLoop([{ node: 'a' }, { node: 'b' }])).toEqual([]);
    expect(findLoop(['a', 'b', 'c', 'd', 'c', 'b', 'd', 'c'].map((node) => ({ node })))).toEqual([
      'b',
      'd',
      'c',
    ]);
  });
});
