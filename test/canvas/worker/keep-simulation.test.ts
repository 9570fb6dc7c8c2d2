import { expect, test } from 'vitest';
import { nodeTypes } from '../../../activities/nodes/index.ts';
import { keepSimulation } from '../../../src/canvas/worker/keep-simulation.ts';
import { simulateActions } from '../../../src/simulator/simulate-actions.ts';
import { SimulationTooLongError } from '../../../src/simulator/simulation-bound.ts';
import { circle, journeyOf, offer } from '../../simulator/simulated.ts';

const fail = { actions: [{ fail: 130472 }] };
const way = (answer: ReturnType<typeof simulateActions>) =>
  answer.entered ? answer.path.map(({ node, outcome }) => `${node} ${outcome}`) : [];

test('a kept simulation answers as a fresh one does, click after click', () => {
  const simulate = keepSimulation(nodeTypes);
  const surroundings = {};
  for (const request of [{ actions: [] }, fail, { actions: [{ deliver: true as const }] }, fail]) {
    const fresh = simulateActions({ definition: offer(), nodeTypes, surroundings }, request);
    expect(simulate(offer(), surroundings, request)).toEqual(fresh);
  }
});

test('a changed journey, or one that it runs, is compiled anew', () => {
  const simulate = keepSimulation(nodeTypes);
  const surroundings = {};
  expect(way(simulate(offer(), surroundings, fail))).toContain('text accepted');
  const changed = { ...offer(), nodes: { ...offer().nodes, text: { type: 'exit', with: { as: 'lost' } } } };
  expect(way(simulate(changed, surroundings, fail))).toContain('text lost');

  const outer = journeyOf({
    call: { type: 'journey.run', with: { journey: 'inner' }, next: 'end' },
    end: { type: 'exit', with: { as: 'done' } },
  });
  const inner = (as: string) =>
    new Map([['inner', journeyOf({ end: { type: 'exit', with: { as } } }, { id: 'inner' })]]);
  expect(way(simulate(outer, { journeys: inner('one') }, { actions: [] }))).toContain('call/end one');
  expect(way(simulate(outer, { journeys: inner('two') }, { actions: [] }))).toContain('call/end two');
});

test('a run that goes on and on is stopped, and the next click is played as ever', () => {
  const simulate = keepSimulation(nodeTypes);
  const surroundings = {};
  const years = { actions: [{ advance: 'P2Y' }] };
  expect(() => simulate(circle(), surroundings, years)).toThrow(SimulationTooLongError);
  expect(simulate(circle(), surroundings, { actions: [] })).toMatchObject({ rest: { node: 'rest' } });
});
