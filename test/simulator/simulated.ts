// Journeys of a few nodes, and scripts played on them: the words of the simulator's tests.

import { nodeTypes } from '../../activities/nodes/index.ts';
import type { Definition, DefinitionNode } from '../../src/journey/definition.ts';
import type { Surroundings } from '../../src/journey/surroundings.ts';
import { playWorld } from '../../src/simulator/play-world.ts';
import { type Script, scriptSchema } from '../../src/simulator/script.ts';
import type { Simulation, WorldAction } from '../../src/simulator/simulation.ts';
import { createSimulator, type Simulator } from '../../src/simulator/simulator.ts';
import { toPath } from '../../src/simulator/trace.ts';

/** Ten o'clock on a Monday in Seoul. */
export const mondayAtTen = Date.UTC(2027, 0, 4, 1);
export const hourMs = 3_600_000;
export const minuteMs = 60_000;

type Nodes = { readonly [id: string]: DefinitionNode };

/** A journey that starts with the first node. */
export function journeyOf(nodes: Nodes, more: Partial<Definition> = {}): Definition {
  const [start = ''] = Object.keys(nodes);
  return { id: 'sample', name: 'Sample', entry: { on: { api: true } }, start, nodes: { ...nodes }, ...more };
}

export const template = (more: object = {}): DefinitionNode['with'] => ({
  template: 'spring_sale',
  language: 'ko',
  body: ['{{ person.firstName | default: "guest" }}'],
  within: '2h',
  ...more,
});

/** One WhatsApp template, then a text message where anything goes wrong. */
export const offer = (more: object = {}, journey: Partial<Definition> = {}): Definition =>
  journeyOf(
    {
      offer: {
        type: 'whatsapp.template',
        with: template(more),
        next: { delivered: 'done', unresolved: 'text', '*': 'text' },
      },
      text: {
        type: 'sms.send',
        with: { text: 'Hello' },
        next: { '*': 'lost', accepted: 'done', unresolved: 'lost' },
      },
      done: { type: 'exit', with: { as: 'reached' } },
      lost: { type: 'exit', with: { as: 'lost' } },
    },
    journey,
  );

/** Goes around for years: a pause, then two text messages, a thousand times. */
export const circle = (): Definition =>
  journeyOf(
    {
      rest: {
        type: 'delay',
        with: { for: '1m' },
        maxVisits: 1_000,
        next: { done: 'text', exhausted: 'done' },
      },
      text: { type: 'sms.send', with: { text: 'Again', category: 'utility' }, next: 'more' },
      more: { type: 'sms.send', with: { text: 'And again', category: 'utility' }, next: 'rest' },
      done: { type: 'exit' },
    },
    { id: 'circle' },
  );

export function simulatorOf(definition: Definition, surroundings: Surroundings = {}): Simulator {
  return createSimulator({ definition, nodeTypes, surroundings });
}

export interface Outcome {
  readonly path: readonly string[];
  readonly leftover: readonly WorldAction[];
  readonly simulation: Simulation;
}

type Given = Omit<Partial<Script>, 'world' | 'person'> & {
  readonly person?: object;
  readonly world?: readonly object[] | object;
};

/** Plays a script from a Monday at ten on. */
export function played(definition: Definition, given: Given = {}, surroundings?: Surroundings): Outcome {
  const person = { id: 'haneul', phone: '+821000000000', email: 'haneul@example.com', ...given.person };
  const start = new Date(mondayAtTen).toISOString();
  const script = scriptSchema.parse({ start, ...given, person });
  const result = playWorld(simulatorOf(definition, surroundings), script, { now: mondayAtTen });
  if (!result.entered) throw new TypeError(`The person may not enter: ${result.reason}.`);
  const { simulation, leftover } = result;
  return { path: toPath(simulation.steps), leftover, simulation };
}

/** Begins a run that rests at its first wait. */
export function begun(
  definition: Definition,
  person: object = {},
): { simulator: Simulator; simulation: Simulation } {
  const simulator = simulatorOf(definition);
  const somebody = {
    id: 'haneul',
    phone: '+821000000000',
    timeZone: 'Asia/Seoul',
    attributes: {},
    ...person,
  };
  const result = simulator.begin({ person: somebody, at: mondayAtTen });
  if (!result.entered) throw new TypeError(`The person may not enter: ${result.reason}.`);
  return { simulator, simulation: result.simulation };
}
