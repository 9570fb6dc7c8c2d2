// `throttle`: lets so many people through in a period, over all runs of the journey; the rest wait for their turn, in
// order, or go another way. The engine keeps the places.

import { defineFlow, durationField, longestMsOf, wait, z } from '../../src/node-kit/index.ts';

const config = z.strictObject({
  limit: z.int().min(1).max(1_000_000).meta({ description: 'So many people in each period.' }),
  per: z.enum(['minute', 'hour', 'day']),
  full: z.enum(['wait', 'leave']).default('wait').meta({
    description: 'When the period is full: wait for a place, or go on at once with the outcome `full`.',
  }),
  within: durationField.default('P7D').meta({
    description: 'Whoever would have to wait longer than this does not wait at all: outcome `full`.',
  }),
});
type Config = z.infer<typeof config>;

export const throttle = defineFlow<Config>({
  type: 'throttle',
  version: 1,
  title: { en: 'Throttle', ko: '속도 제한' },
  config,
  outcomes: () => ['granted', 'full'],
  successes: () => ['granted'],
  waits: true,
  longestMs: ({ full, within }) => (full === 'leave' ? 0 : longestMsOf(within)),
  chart: ({ node }) => wait({ node, exactMs: undefined, elapsed: 'granted' }),
  evaluate: ({ config: { limit, per, full, within }, after, scope: { now } }) => ({
    place: { limit, per, granted: 'granted', full: 'full', latest: full === 'leave' ? now : after(within) },
  }),
});
