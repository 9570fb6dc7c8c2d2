// Laws of simulations, over random journeys and scripts.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nodeTypes } from '../../activities/nodes/index.ts';
import { type Played, playScript } from '../../src/simulator/play-script.ts';
import { type ScriptStep, scriptSchema } from '../../src/simulator/script.ts';
import type { Simulation, WorldAction } from '../../src/simulator/simulation.ts';
import { createSimulator, type Simulator } from '../../src/simulator/simulator.ts';
import { randomCase } from '../support/random-journeys.ts';
import { mondayAtTen } from './simulated.ts';

const seeds = fc.integer({ min: 1, max: 1_000_000 });

interface Case {
  readonly simulator: Simulator;
  readonly script: ReturnType<typeof scriptSchema.parse>;
}

function caseOf(seed: number): Case {
  const { journey, called, script } = randomCase(seed, { startAt: mondayAtTen });
  const journeys = new Map(called.map((definition) => [definition.id, definition]));
  const simulator = createSimulator({ definition: journey, nodeTypes, surroundings: { journeys } });
  return { simulator, script: scriptSchema.parse(script) };
}

const play = ({ simulator, script }: Case): Played => playScript(simulator, script, { now: mondayAtTen });

function begin({ simulator, script }: Case): Simulation {
  const person = script.person ?? { id: 'somebody', timeZone: 'Asia/Seoul', attributes: {} };
  const event = script.event ?? {};
  const result = simulator.begin({ person, at: Date.parse(script.start ?? ''), event });
  if (!result.entered) throw new TypeError('The person may not enter.');
  return result.simulation;
}

const actionsOf = ({ script }: Case): WorldAction[] =>
  (script.world as readonly ScriptStep[]).map(({ at: _at, ...action }) => action);

/** All of it, as it would be stored. */
const seen = (simulator: Simulator, simulation: Simulation): unknown =>
  JSON.parse(JSON.stringify(simulator.save(simulation)));

test('every script comes to an end, with nothing thrown', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const result = play(caseOf(seed));
      expect(result.entered && (result.simulation.ended ?? result.simulation.rest)).toBeTruthy();
    }),
    { numRuns: 150 },
  );
});

test('the same script goes the same way twice', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const [one, other] = [caseOf(seed), caseOf(seed)];
      const [first, second] = [play(one), play(other)];
      expect(first.entered && seen(one.simulator, first.simulation)).toEqual(
        second.entered && seen(other.simulator, second.simulation),
      );
    }),
    { numRuns: 40 },
  );
});

test('stepping from wait to wait and letting all the time pass at once are the same', () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 1, max: 400 }), (seed, hours) => {
      const one = caseOf(seed);
      const { simulator } = one;
      const start = begin(one);
      const until = start.now + hours * 3_600_000;
      let stepped = start;
      while ((stepped.rest?.due ?? Number.POSITIVE_INFINITY) <= until)
        stepped = simulator.advanceToNext(stepped);
      const atOnce = simulator.advance(start, until - start.now);
      expect(atOnce.steps).toEqual(stepped.steps);
      expect(atOnce.trace).toEqual(stepped.trace);
    }),
    { numRuns: 60 },
  );
});

test('going on from a simulation leaves it as it was, so that it can be gone on from again', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const one = caseOf(seed);
      const { simulator } = one;
      const start = begin(one);
      const before = seen(simulator, start);
      const walk = () =>
        actionsOf(one).reduce((now, action) => simulator.advanceToNext(simulator.act(now, action)), start);
      const [left, right] = [walk(), walk()];
      expect(seen(simulator, start)).toEqual(before);
      expect(seen(simulator, left)).toEqual(seen(simulator, right));
    }),
    { numRuns: 60 },
  );
});

test('a simulation goes on from JSON as it would have without', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const one = caseOf(seed);
      const { simulator } = one;
      const carry = (simulation: Simulation) =>
        simulator.restore(JSON.parse(JSON.stringify(simulator.save(simulation))));
      let [straight, carried] = [begin(one), begin(one)];
      for (const action of actionsOf(one)) {
        straight = simulator.advanceToNext(simulator.act(straight, action));
        carried = simulator.advanceToNext(simulator.act(carry(carried), action));
      }
      expect(seen(simulator, carried)).toEqual(seen(simulator, straight));
    }),
    { numRuns: 60 },
  );
});
