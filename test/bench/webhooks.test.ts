// The bench runs and gives what it promises; how much, only a quiet machine can say.

import { expect, test } from 'vitest';
import { measureWebhooks } from './webhooks/webhooks.ts';

test('the webhooks bench compares the three receivers and follows webhooks to their runs', async () => {
  const options = { rounds: 1, postsPerRound: 100, sends: 5, code: 'written' } as const;
  const { bench, figures, ratios } = await measureWebhooks(options);
  expect(bench).toBe('webhooks');
  expect(Object.keys(ratios)).toEqual(['toInsertPerPost', 'toNoDatabase', 'signalsPerWebhook']);
  for (const value of Object.values({ ...figures, ...ratios })) expect(value).toBeGreaterThan(0);
  // Of sent, delivered and read, the run that awaits delivery hears one.
  expect(ratios).toMatchObject({ signalsPerWebhook: 1 / 3 });
}, 180_000);
