// A dry run over an audience: everybody is simulated in a world of chance, and what comes of it is added up. Deterministic
// for a seed, whatever the order of people, so that shards can be counted by themselves and merged. Pure; the CLI reads
// people and runs threads.

import { drawShare } from './chance.ts';
import type { Places } from './facts.ts';
import { playChance } from './play-chance.ts';
import type { Chance, SimulatedPerson } from './script.ts';
import { maxTurns as usualMaxTurns } from './simulation-bound.ts';
import { createSimulator } from './simulator.ts';
import { countRefused, countRun, createTally, type Tally } from './tally.ts';
import type { SimulatorInput } from './workings.ts';

/** Somebody of the audience. */
export interface Entrant {
  readonly person: SimulatedPerson;
  /** Data of the event that they enter by; that of the forecast where absent. */
  readonly event?: { readonly [name: string]: unknown };
  readonly key?: string;
  /** When they enter, epoch milliseconds; within the forecast's span where absent. */
  readonly at?: number;
}

export interface ForecastInput extends Omit<SimulatorInput, 'options'> {
  /** How much each person's run may do. Default: `maxTurns`. */
  readonly maxTurns?: number;
  readonly chance: Chance;
  /** When the first people enter, epoch milliseconds. */
  readonly startsAt: number;
  /** Over how long they come in, evenly, in milliseconds. Default: all at once, as a campaign does. */
  readonly spreadMs?: number;
  readonly event?: { readonly [name: string]: unknown };
}

/** Counts people one by one. Places of throttles are given away in the order in which people are added. */
export interface Forecast {
  /** @throws SimulationTooLongError where this person's run does too much: then nothing is known of the journey */
  add(entrant: Entrant): void;
  /** What was counted so far; `mergeTally` adds those of other shards. */
  readonly tally: Tally;
}

/** @throws CompileError where the definition doesn't fit the node types: check it first */
export function createForecast({
  chance,
  startsAt,
  spreadMs = 0,
  event,
  maxTurns = usualMaxTurns,
  ...journey
}: ForecastInput): Forecast {
  const simulator = createSimulator({ ...journey, options: { traces: false, maxTurns } });
  const tally = createTally();
  let places: Places = {};
  return {
    tally,
    add: (entrant) => {
      const { person, key } = entrant;
      const data = entrant.event ?? event;
      const at = entrant.at ?? startsAt + Math.floor(spreadMs * drawShare(chance, person.id, 'entry'));
      const begun = simulator.begin({
        person,
        at,
        chance,
        places,
        ...(data === undefined ? {} : { event: data }),
        ...(key === undefined ? {} : { key }),
      });
      if (!begun.entered) {
        countRefused(tally, begun);
        return;
      }
      const simulation = playChance(simulator, begun.simulation, chance);
      places = simulation.facts.places;
      countRun(tally, simulation);
    },
  };
}
