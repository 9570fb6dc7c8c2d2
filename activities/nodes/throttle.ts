// `throttle`: lets so many people through in a period, over all runs of the journey; the rest wait for their turn, in
// order, or go another way. The engine keeps the places.

import { defineFlow, durationField, labelled, longestMsOf, wait, z } from '../../src/node-kit/index.ts';

const config = z.strictObject({
  limit: z
    .int()
    .min(1)
    .max(1_000_000)
    .meta(
      labelled(
        { en: 'People', ko: '인원' },
        { en: 'So many people in each period.', ko: '기간마다 통과할 수 있는 인원입니다.' },
      ),
    ),
  per: z.enum(['minute', 'hour', 'day']).meta(labelled({ en: 'Per', ko: '기간' })),
  full: z
    .enum(['wait', 'leave'])
    .default('wait')
    .meta(
      labelled(
        { en: 'When full', ko: '가득 찼을 때' },
        {
          en: 'When the period is full: wait for a place, or go on at once with the outcome `full`.',
          ko: '기간이 가득 찼을 때 자리를 기다리거나, 바로 결과 `full`로 진행합니다.',
        },
      ),
    ),
  within: durationField.default('P7D').meta(
    labelled(
      { en: 'Wait at most', ko: '최대 대기' },
      {
        en: 'Whoever would have to wait longer than this does not wait at all: outcome `full`.',
        ko: '이보다 오래 기다려야 하면 기다리지 않고 결과 `full`로 진행합니다.',
      },
    ),
  ),
});
type Config = z.infer<typeof config>;

export const throttle = defineFlow<Config>({
  type: 'throttle',
  version: 1,
  title: { en: 'Throttle', ko: '속도 제한' },
  icon: 'gauge',
  help: {
    en: 'Lets so many people through in a period; the rest wait for their turn.',
    ko: '기간마다 정해진 인원만 통과시키고, 나머지는 차례를 기다립니다.',
  },
  config,
  outcomes: () => ['granted', 'full'],
  successes: () => ['granted'],
  words: ['granted', 'full'],
  waits: true,
  longestMs: ({ full, within }) => (full === 'leave' ? 0 : longestMsOf(within)),
  chart: ({ node }) => wait({ node, exactMs: undefined, elapsed: 'granted' }),
  evaluate: ({ config: { limit, per, full, within }, after, scope: { now } }) => ({
    place: { limit, per, granted: 'granted', full: 'full', latest: full === 'leave' ? now : after(within) },
  }),
});
