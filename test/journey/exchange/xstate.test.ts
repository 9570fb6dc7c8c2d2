import { readFileSync } from 'node:fs';
import { getAdjacencyMap, getShortestPaths } from '@xstate/graph';
import { describe, expect, it } from 'vitest';
import { createMachine } from 'xstate';
import { catalogue } from '../../../activities/nodes/index.ts';
import { fromXState } from '../../../src/journey/exchange/from-xstate.ts';
import { type ExportedMachine, toXState } from '../../../src/journey/exchange/to-xstate.ts';
import { validateJourney } from '../../../src/journey/validate.ts';
import type { Chart } from '../../../src/machine/chart.ts';
import { createChartMachine, type RunContext } from '../../../src/machine/machine.ts';
import { walkChart } from '../../support/walk-chart.ts';

const gallery = ['spring-sale', 'flash-deal', 'order-help'];

function exportMachine(name: string): {
  readonly text: string;
  readonly machine: ExportedMachine<Chart>;
  readonly hash: string;
} {
  const {
    definition,
    chart,
    hash = '',
  } = validateJourney(readFileSync(`src/gallery/${name}.json`), catalogue);
  if (definition === undefined || chart === undefined) throw new TypeError(`${name} has errors`);
  const text = JSON.stringify(toXState(definition, chart), null, 2);
  return { text, machine: JSON.parse(text), hash };
}

describe('an exported chart', () => {
  it.each(gallery)('comes back as the journey %s that it was', (name) => {
    const { text, hash } = exportMachine(name);
    const { definition, issues } = fromXState(text);
    expect(issues).toEqual([]);
    expect(validateJourney(JSON.stringify(definition), catalogue).hash).toBe(hash);
  });

  it('loads in createMachine as it is, with every state', () => {
    const { machine } = exportMachine('spring-sale');
    const loaded = createMachine(machine as Parameters<typeof createMachine>[0]);
    expect(Object.keys(loaded.states)).toEqual(Object.keys(machine.states));
    expect(loaded.root.meta).toEqual(machine.meta);
  });

  it('walks with @xstate/graph to the same ends as the driver does', () => {
    const { machine } = exportMachine('spring-sale');
    const done = (node: string, outcome: string) => ({
      type: `xstate.done.actor.${node}`,
      output: { status: 'settled', outcome },
    });
    const events = [
      ...['delivered', 'experiment', 'undeliverable', 'unresolved'].map((outcome) => done('offer', outcome)),
      ...['received', 'timeout'].map((outcome) => done('think', outcome)),
      ...['text', 'mail'].flatMap((node) => ['accepted', 'account'].map((outcome) => done(node, outcome))),
    ];
    const paths = getShortestPaths(createChartMachine(machine), {
      events,
      input: { at: 0 },
      serializeState: ({ value, context }) => JSON.stringify([value, (context as RunContext).ended]),
    });
    const ends = new Set(paths.map(({ state }) => (state.context as RunContext).ended).filter(Boolean));
    expect([...ends].sort()).toEqual(['reached', 'unreached']);
    const shortest = paths.find(({ state }) => (state.context as RunContext).ended === 'unreached');
    const steps = (shortest?.steps ?? []).flatMap(({ event }) =>
      'output' in event ? [{ done: (event.output as { outcome: string }).outcome }] : [],
    );
    expect(walkChart(machine, steps)).toEqual({ entered: ['offer', 'mail', 'lost'], ended: 'unreached' });
  });

  it('walks with guards of somebody else: it names them, with what they are to look at', () => {
    const { machine } = exportMachine('flash-deal');
    const guards = Object.fromEntries(
      ['status', 'early', 'woken', 'mine', 'outcome', 'failure'].map((name) => [name, () => true]),
    );
    const loaded = createMachine(machine as Parameters<typeof createMachine>[0], { guards });
    const map = getAdjacencyMap(loaded, {
      events: [{ type: 'xstate.done.actor.offer' }],
      serializeState: ({ value }) => JSON.stringify(value),
    });
    expect(Object.keys(map).length).toBeGreaterThan(1);
  });
});

describe('an imported machine', () => {
  it('is refused when it was changed after the export', () => {
    const { text, machine } = exportMachine('flash-deal');
    const moved = fromXState(JSON.stringify({ ...machine, initial: 'text' }));
    expect(moved.issues).toMatchObject([{ code: 'J703', facts: { part: 'machine' } }]);
    const other = fromXState(
      text.replace('"id": "flash-deal",\n        "name"', '"id": "other",\n        "name"'),
    );
    expect(other.issues).toMatchObject([{ code: 'J703', facts: { part: 'definition' } }]);
  });

  it('tells of a foreign machine what has no meaning here, and where', () => {
    const { definition, issues } = fromXState(`{
  "id": "light", "context": { "count": 0 }, "type": "parallel", "tags": [],
  "states": {
    "a": { "invoke": { "src": "fetchUser", "onDone": { "target": "b", "guard": "isAdult" } },
           "on": { "CLICK": { "actions": [{ "type": "log" }] }, "wake": "b" }, "after": { "long": "b", "500": "b" } },
    "b": { "type": "history", "exit": ["bye"] } } }`);
    expect(definition).toBeUndefined();
    expect(
      issues.map(({ code, path, range, facts }) => [code, path.join('.'), range?.line, { ...facts }]),
    ).toEqual([
      ['J701', '', 1, {}],
      ['J702', 'type', 2, { feature: 'parallel', name: '' }],
      ['J702', 'context', 2, { feature: 'context', name: '' }],
      ['J702', 'states.a.invoke.src', 4, { feature: 'actor', name: 'fetchUser' }],
      ['J702', 'states.a.invoke.onDone.guard', 4, { feature: 'guard', name: 'isAdult' }],
      ['J702', 'states.a.on.CLICK', 5, { feature: 'event', name: 'CLICK' }],
      ['J702', 'states.a.on.CLICK.actions.0', 5, { feature: 'action', name: 'log' }],
      ['J702', 'states.a.after.long', 5, { feature: 'delay', name: 'long' }],
      ['J702', 'states.b.type', 6, { feature: 'history', name: '' }],
      ['J702', 'states.b.exit', 6, { feature: 'exit-action', name: '' }],
    ]);
  });

  it.each(['', '[]', '3', '{"states": 1, "on": [], "after": null, "invoke": [1, null, "x"]}', '{'])(
    'never throws: %s',
    (text) => {
      expect(fromXState(text).issues.length).toBeGreaterThan(0);
    },
  );
});
