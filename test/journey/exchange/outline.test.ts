import { readdirSync, readFileSync } from 'node:fs';
import { getShortestPaths } from '@xstate/graph';
import { describe, expect, it } from 'vitest';
import { createMachine } from 'xstate';
import { catalogue } from '../../../activities/nodes/index.ts';
import { compile } from '../../../src/journey/compile.ts';
import { type Definition, definitionSchema } from '../../../src/journey/definition.ts';
import { fromXState } from '../../../src/journey/exchange/from-xstate.ts';
import { type Outline, toOutline } from '../../../src/journey/exchange/outline.ts';
import { toXState } from '../../../src/journey/exchange/to-xstate.ts';
import type { Surroundings } from '../../../src/journey/surroundings.ts';
import { type Step, type Walk, walkChart } from '../../support/walk-chart.ts';

const gallery = readdirSync('src/gallery').filter(
  (file) => /^[a-z-]+\.json$/.test(file) && file !== 'templates.json',
);

/** As somebody else's tool sees it: JSON, and plain `createMachine` without a single implementation. */
function load(outline: Outline) {
  return createMachine(JSON.parse(JSON.stringify(outline)) as Parameters<typeof createMachine>[0]);
}

/** A way through the outline: the nodes, the events between them, and how it ends. */
interface Way {
  readonly nodes: readonly string[];
  readonly events: readonly string[];
  readonly outcome: string;
}

/** Shortest ways into all final states. */
function listWays(outline: Outline): readonly Way[] {
  const paths = getShortestPaths(load(outline), { serializeState: ({ value }) => JSON.stringify(value) });
  return paths.flatMap(({ state, steps }) => {
    const end = outline.states[String(state.value)];
    if (end?.type !== 'final') return [];
    const nodes = steps.map((step) => toNode(step.state.value));
    const events = steps.slice(1).map(({ event }) => event.type);
    return [{ nodes, events, outcome: end.output?.outcome ?? '' }];
  });
}

/** `{ call: 'text' }` is the node `call/text` of the driver. */
function toNode(value: unknown): string {
  if (typeof value === 'string') return value;
  return Object.entries(value as object)
    .map(([name, inside]) => `${name}/${toNode(inside)}`)
    .join();
}

/** What the driver does on the compiled chart where the world does what the outline's events say. */
function drive(definition: Definition, surroundings: Surroundings, { nodes, events }: Way): Walk {
  const chart = compile(definition, catalogue, surroundings);
  const heard = [...new Set(JSON.stringify(chart).match(/(?<="event\.)[^"]+/g))];
  let steps: readonly Step[] = [];
  for (const [index, word] of events.entries()) {
    // Any of these may be what the node waits for; that one is meant which leads where the outline does.
    const answers: readonly (readonly Step[])[] = [
      [],
      word.startsWith('exit.') ? [{ exit: word.slice('exit.'.length) }] : [{ done: word }],
      ...heard.flatMap((event): Step[][] => [[{ event }], [{ event }, { done: word }]]),
      [{ timer: 'first' }],
    ];
    const next = nodes[index + 1] ?? '';
    const found = answers.find((answer) => {
      const { entered, ended } = walkChart(chart, [...steps, ...answer]);
      return entered[index + 1] === next || (ended !== undefined && next.startsWith('$'));
    });
    steps = [...steps, ...(found ?? [])];
  }
  return walkChart(chart, steps);
}

/** The final states of unrouted outcomes stand for no node. */
function expectedWalk({ nodes, outcome }: Way): Walk {
  return { entered: nodes.filter((node) => !node.startsWith('$')), ended: outcome };
}

function readGallery(file: string): Definition {
  return definitionSchema.parse(JSON.parse(readFileSync(`src/gallery/${file}`, 'utf8')));
}

describe('an outline', () => {
  it.each(gallery)('of %s walks with plain createMachine to the ends that the driver reaches', (file) => {
    const definition = readGallery(file);
    const ways = listWays(toOutline(definition, { catalogue, surroundings: {} }));
    expect(ways.length).toBeGreaterThan(0);
    expect(ways.map((way) => drive(definition, {}, way))).toEqual(ways.map(expectedWalk));
  });

  it.each(gallery)('of %s has an event for every outcome of every node', (file) => {
    const definition = readGallery(file);
    const { states } = toOutline(definition, { catalogue, surroundings: {} });
    expect(Object.keys(states)).toEqual(expect.arrayContaining(Object.keys(definition.nodes)));
    for (const [id, { type: typeName }] of Object.entries(definition.nodes)) {
      const type = catalogue.get(typeName);
      const config = type?.config.parse(definition.nodes[id]?.with ?? {}) as never;
      const words = type?.outcomes(config) ?? [];
      const { type: kind, on = {}, output } = states[id] ?? {};
      expect(kind === 'final' ? [output?.outcome] : Object.keys(on)).toEqual(
        expect.arrayContaining([...words]),
      );
    }
  });

  it.each(gallery)('of %s comes back as the journey that it was', (file) => {
    const definition = readGallery(file);
    const machine = toXState(definition, toOutline(definition, { catalogue, surroundings: {} }));
    const back = fromXState(JSON.stringify(machine));
    expect(back.issues).toEqual([]);
    expect(back.definition).toEqual(definition);
  });
});

const inner = definitionSchema.parse({
  id: 'inner',
  name: 'Inner',
  entry: { on: { api: true } },
  start: 'pause',
  nodes: {
    pause: { type: 'delay', with: { for: '1h' }, next: 'text' },
    text: { type: 'sms.send', with: { text: 'Hello' }, next: { accepted: 'well' } },
    well: { type: 'exit', with: { as: 'well' } },
  },
});

const outer = definitionSchema.parse({
  id: 'outer',
  name: 'Outer',
  entry: { on: { api: true } },
  exit: [{ on: { event: 'order.placed' }, as: 'ordered.early' }],
  start: 'call',
  nodes: {
    call: {
      type: 'journey.run',
      name: { en: 'Ask', ko: '묻기' },
      note: 'Twice at most.',
      with: { journey: 'inner' },
      maxVisits: 2,
      next: { well: 'call', unresolved: 'lost', exhausted: 'lost' },
    },
    lost: { type: 'exit', with: { as: 'lost' } },
  },
});

describe('an outline with a sub-journey', () => {
  const surroundings = { journeys: new Map([['inner', inner]]) };
  const outline = toOutline(outer, { catalogue, surroundings });

  it('nests its nodes, whose outcomes leave it by the edges of the caller', () => {
    const { call } = outline.states;
    expect(Object.keys(call?.states ?? {})).toEqual(['pause', 'text', 'well']);
    expect(call?.states?.['well']?.on).toEqual({ well: { target: '#journey.call', reenter: true } });
    expect(call?.states?.['text']?.on?.['unresolved']).toEqual({ target: '#journey.lost' });
    expect(call?.on).toEqual({ exhausted: { target: '#journey.lost' } });
  });

  it('ends by itself where neither journey has an edge, and by exit rules', () => {
    const ways = listWays(outline);
    const outcomes = ways.map(({ outcome }) => outcome);
    expect(outcomes).toEqual(expect.arrayContaining(['lost', 'ordered.early', 'capped']));
    // An outline counts no visits: `exhausted` can be chosen at once.
    const driven = ways.filter(({ events }) => !events.includes('exhausted'));
    const ended = driven.map((way) => drive(outer, surroundings, way).ended);
    expect(ended).toEqual(driven.map(({ outcome }) => outcome));
  });

  it('says the names and notes of nodes, and their types', () => {
    expect(outline.states['call']).toMatchObject({
      description: 'Ask / 묻기\n\nTwice at most.',
      meta: { node: 'journey.run' },
    });
  });
});
