import { describe, expect, test } from 'vitest';
import type { Chart, ChartState } from '../../src/machine/chart.ts';
import { assertChart, ChartError } from '../../src/machine/check-chart.ts';
import { createChartMachine } from '../../src/machine/machine.ts';
import { offerChart } from './steered-run.ts';

/** A chart of one node `offer` with this inside state. */
function chartWith(inside: ChartState): Chart {
  const states = {
    offer: { initial: 'sending', states: { sending: inside, done: { type: 'final' } } },
  } as const;
  return { id: 'journey', initial: 'offer', states, on: {} };
}

const wrong: Record<string, ChartState> = {
  CHART_UNKNOWN_ACTION: { entry: [{ type: 'reboot' }] },
  CHART_UNKNOWN_ACTOR: { invoke: { id: 'x', src: 'shell', input: { op: 'x', node: 'x' } } as never },
  CHART_UNKNOWN_DELAY: { after: { eventually: { target: 'done' } } },
  CHART_UNKNOWN_EVENT: { on: { thunder: { target: 'done' } } },
  CHART_UNKNOWN_GUARD: { on: { wake: { target: 'done', guard: { type: 'lucky' } } } },
  CHART_UNKNOWN_STATE: { on: { wake: { target: 'nowhere' } } },
};

describe('a chart', () => {
  test.each(Object.entries(wrong))('is refused before it runs: %s', (code, inside) => {
    const refused = expect(() => createChartMachine(chartWith(inside)));
    refused.toThrow(ChartError);
    refused.toThrow(expect.objectContaining({ code, place: 'offer.sending' }));
  });

  test('is refused when it starts nowhere', () => {
    expect(() => assertChart({ ...offerChart, initial: 'nowhere' })).toThrow(/"nowhere"/);
  });

  test('may name every inherited property only as a state of its own', () => {
    expect(() => assertChart({ ...offerChart, initial: 'constructor' })).toThrow(ChartError);
  });

  test.each<[string, ChartState]>([
    ['state', Object.freeze<ChartState>({ on: { wake: { target: 'held' } } })],
    ['list of transitions', { always: Object.freeze([{ target: 'held' }]) }],
  ])('may share a frozen %s, which has to fit each place where it stands', (_kind, shared) => {
    const held: ChartState = { type: 'final' };
    const fitting = { a: { initial: 'held', states: { shared, held } } };
    expect(() => assertChart({ id: 'journey', initial: 'a', states: fitting, on: {} })).not.toThrow();
    for (let round = 0; round < 2; round += 1) expect(() => assertChart(chartWith(shared))).toThrow(/"held"/);
  });

  test('may wait for any event of the business', () => {
    expect(() => assertChart(chartWith({ on: { 'event.order.placed': { target: 'done' } } }))).not.toThrow();
  });

  test('may wait for a number of milliseconds', () => {
    expect(() => assertChart(chartWith({ after: { 1000: { target: 'done' } } }))).not.toThrow();
  });
});
