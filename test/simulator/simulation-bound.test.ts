import { describe, expect, test } from 'vitest';
import { nodeTypes } from '../../activities/nodes/index.ts';
import { describeTooLong } from '../../src/simulator/describe-too-long.ts';
import { toDifferenceLines } from '../../src/simulator/difference-text.ts';
import { createForecast } from '../../src/simulator/forecast.ts';
import { journeyTestSchema } from '../../src/simulator/journey-test.ts';
import type { SimulatedAction } from '../../src/simulator/play-actions.ts';
import { runJourneyTests } from '../../src/simulator/run-journey-tests.ts';
import { simulatedPersonSchema } from '../../src/simulator/script.ts';
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

  test('fails its journey test, and the others go on', () => {
    const definition = circle();
    const person = { phone: '+821000000000' };
    const world = [{ at: 'PT30S', exit: 'enough' }];
    const { tests } = journeyTestSchema.parse({
      journey: 'circle.json',
      tests: [
        { name: 'goes around', person: { id: 'a', ...person }, world: [], expect: { ended: true } },
        { name: 'is ended', person: { id: 'b', ...person }, world, expect: { outcome: 'enough' } },
      ],
    });
    const { passed, results } = runJourneyTests({
      definition,
      nodeTypes,
      tests,
      options: { maxTurns: 100 },
    });
    expect(passed).toBe(false);
    expect(results).toMatchObject([
      { passed: false, differences: [{ kind: 'too-long', limit: 100, loop }] },
      { passed: true, differences: [] },
    ]);
    const [difference] = results[0]?.differences ?? [];
    if (difference === undefined) throw new TypeError('It failed for nothing.');
    expect(toDifferenceLines(difference, 'en')).toEqual([
      'the run does more than 100 things (timers and actions); it goes around by rest → text → more → rest',
    ]);
    expect(toDifferenceLines(difference, 'ko')[0]).toMatch(/100가지.*: rest → text → more → rest$/);
  });

  test('stops a forecast, of which nothing is known then', () => {
    const person = simulatedPersonSchema.parse({ id: 'a', phone: '+821000000000' });
    const journey = { definition: circle(), nodeTypes, chance: { seed: 1 }, startsAt: mondayAtTen };
    const forecast = createForecast({ ...journey, maxTurns: 100 });
    expect(stopOf(() => forecast.add({ person }))).toMatchObject({ limit: 100, loop });
    expect(stopOf(() => createForecast(journey).add({ person })).limit).toBe(2_000);
  });

  test('is told with the beginning of a long way around', () => {
    const around = Array.from({ length: 30 }, (_none, index) => `n${index}`);
    expect(describeTooLong({ limit: 5_000, loop: around }).en).toMatch(/by n0 → .* → n9 → … → n0$/);
    expect(describeTooLong({ limit: 5_000, loop: [] }).en).toBe(
      'the run does more than 5,000 things (timers and actions)',
    );
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
