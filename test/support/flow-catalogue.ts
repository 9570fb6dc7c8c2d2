// Node types whose times and outcomes a test chooses freely, for proofs about any graph: `say` sends, `rest` waits,
// `fork` chooses, `stop` ends, `call` awaits another journey.

import { z } from 'zod';
import type { AnyNodeType, Catalogue, NodeTypeInfo } from '../../src/journey/catalogue.ts';
import { end } from '../../src/node-kit/insides.ts';

export const hourMs = 3_600_000;

const say = z.strictObject({
  channel: z.enum(['whatsapp', 'sms']).default('whatsapp'),
  freeForm: z.boolean().default(false),
  await: z.enum(['delivered', 'replied']).default('delivered'),
  hours: z.number().default(0),
});
type Say = z.infer<typeof say>;

const sayType: NodeTypeInfo<Say> = {
  type: 'say',
  version: 1,
  title: { en: 'Say', ko: '말하기' },
  config: say,
  outcomes: (config) => [config.await, 'undeliverable', 'silent'],
  successes: (config) => [config.await],
  waits: true,
  longestMs: ({ hours }) => hours * hourMs,
  shortestMs: ({ hours }, outcome) => (outcome === 'silent' ? hours * hourMs : 0),
  message: (config) => ({
    channel: config.channel,
    awaits: config.await,
    gives: config.channel === 'sms' ? ['delivered'] : ['delivered', 'replied'],
    freeForm: config.freeForm,
    waitsForWindow: false,
    category: 'marketing',
    unreceived: ['undeliverable'],
    inVain: { any: ['undeliverable'], marketing: [] },
    copies: 1,
  }),
  chart: () => end('delivered'),
};

const rest = z.strictObject({ hours: z.number(), least: z.number().default(0) });

const restType: NodeTypeInfo<z.infer<typeof rest>> = {
  type: 'rest',
  version: 1,
  title: { en: 'Rest', ko: '쉬기' },
  config: rest,
  outcomes: () => ['done', 'wrote'],
  successes: () => ['done', 'wrote'],
  waits: true,
  longestMs: ({ hours }) => hours * hourMs,
  shortestMs: ({ least }, outcome) => (outcome === 'done' ? least * hourMs : 0),
  inboundOutcomes: () => ['wrote'],
  chart: () => end('done'),
};

const nothing = z.strictObject({});

const forkType: NodeTypeInfo<z.infer<typeof nothing>> = {
  type: 'fork',
  version: 1,
  title: { en: 'Fork', ko: '갈림' },
  config: nothing,
  outcomes: () => ['left', 'right'],
  successes: () => ['left', 'right'],
  waits: false,
  chart: () => end('left'),
};

const stop = z.strictObject({ as: z.string().default('stopped') });

const stopType: NodeTypeInfo<z.infer<typeof stop>> = {
  type: 'stop',
  version: 1,
  title: { en: 'Stop', ko: '멈춤' },
  config: stop,
  outcomes: ({ as }) => [as],
  successes: ({ as }) => [as],
  terminal: true,
  waits: false,
  chart: ({ config: { as } }) => end(as),
};

const call = z.strictObject({ journey: z.string() });

const callType: NodeTypeInfo<z.infer<typeof call>> = {
  type: 'call',
  version: 1,
  title: { en: 'Call', ko: '부르기' },
  config: call,
  outcomes: () => [],
  successes: () => [],
  waits: true,
  inlines: ({ journey }) => journey,
  chart: () => end('done'),
};

const types: readonly AnyNodeType[] = [sayType, restType, forkType, stopType, callType];

export const flowCatalogue: Catalogue = new Map(types.map((type) => [type.type, type]));
