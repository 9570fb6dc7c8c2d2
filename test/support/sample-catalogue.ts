// A small catalogue with the shapes of the real node types, for tests of the language that must not depend on
// `activities/nodes`. The insides of the nodes are real charts of the vocabulary.

import { z } from 'zod';
import type { AnyNodeType, Catalogue, NodeTypeInfo } from '../../src/journey/catalogue.ts';
import { toMaximumMs } from '../../src/journey/duration.ts';
import { durationSchema } from '../../src/journey/fields.ts';
import type { NodeChart } from '../../src/machine/chart.ts';
import { failureOutcomes } from '../../src/messaging/outcomes.ts';

function act(node: string, op: string): NodeChart {
  return {
    initial: 'acting',
    states: {
      acting: {
        invoke: {
          id: node,
          src: 'activity',
          input: { op, node },
          onDone: [{ target: 'settled', actions: [{ type: 'settle' }] }],
        },
      },
      settled: { type: 'final' },
    },
  };
}

const message = z.strictObject({
  text: z.string().min(1),
  await: z.enum(['accepted', 'delivered', 'read']).default('delivered'),
  within: durationSchema.default('24h'),
});

const messageType: NodeTypeInfo<z.infer<typeof message>> = {
  type: 'sample.message',
  version: 2,
  title: { en: 'Message', ko: '메시지' },
  config: message,
  outcomes: (config) => [config.await, ...failureOutcomes],
  successes: (config) => [config.await],
  waits: true,
  longestMs: (config) => toMaximumMs(config.within),
  chart: ({ node }) => act(node, 'sample.message'),
  texts: (config) => [{ path: ['text'], source: config.text }],
  upgrade: {
    1: (old) => {
      const { body, ...rest } = old as { body: string };
      return { ...rest, text: body };
    },
  },
};

const branch = z.strictObject({
  cases: z.array(z.strictObject({ name: z.string(), if: z.string() })).min(1),
});

const branchType: NodeTypeInfo<z.infer<typeof branch>> = {
  type: 'sample.branch',
  version: 1,
  title: { en: 'Branch', ko: '분기' },
  config: branch,
  outcomes: (config) => [...config.cases.map(({ name }) => name), 'else'],
  successes: (config) => [...config.cases.map(({ name }) => name), 'else'],
  waits: false,
  chart: ({ node }) => act(node, 'evaluate'),
  expressions: (config) =>
    config.cases.map((item, index) => ({ path: ['cases', index, 'if'], source: item.if, kind: 'condition' })),
};

const wait = z.strictObject({ event: z.string(), within: durationSchema });

const waitType: NodeTypeInfo<z.infer<typeof wait>> = {
  type: 'sample.wait',
  version: 1,
  title: { en: 'Wait', ko: '기다리기' },
  config: wait,
  outcomes: () => ['received', 'timeout'],
  successes: () => ['received'],
  waits: true,
  events: (config) => [config.event],
  longestMs: (config) => toMaximumMs(config.within),
  chart: ({ config }) => ({
    initial: 'waiting',
    states: {
      waiting: {
        on: {
          [`event.${config.event}`]: {
            target: 'settled',
            actions: [{ type: 'settle', params: { outcome: 'received' } }],
          },
        },
        after: { due: { target: 'settled', actions: [{ type: 'settle', params: { outcome: 'timeout' } }] } },
      },
      settled: { type: 'final' },
    },
  }),
};

const exit = z.strictObject({ as: z.string().default('done') });

const exitType: NodeTypeInfo<z.infer<typeof exit>> = {
  type: 'sample.exit',
  version: 1,
  title: { en: 'Exit', ko: '끝' },
  config: exit,
  outcomes: (config) => [config.as],
  successes: (config) => [config.as],
  terminal: true,
  waits: false,
  chart: ({ config }) => ({
    initial: 'settled',
    states: { settled: { type: 'final', entry: [{ type: 'settle', params: { outcome: config.as } }] } },
  }),
};

const types: readonly AnyNodeType[] = [messageType, branchType, waitType, exitType];

/** The catalogue that the language's tests use: message, branch, wait and exit. */
export const sampleCatalogue: Catalogue = new Map(types.map((type) => [type.type, type]));
