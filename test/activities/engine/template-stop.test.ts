// A template stops while thousands are about to be sent: what leaves after that is no more than was in flight (F§4.6).

import { ApplicationFailure } from '@temporalio/common';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findTemplate } from '../../../src/store/templates.ts';
import { createSendWorld, noon, type SendWorld } from './send-world.ts';
import type { Visit } from './visit.ts';

/** As many as a worker has at once. */
const inFlight = 50;
const people = process.env['JORNADA_LONG'] === '1' ? 2_000 : 200;
const stopAfter = 60;

let world: SendWorld;
beforeAll(async () => {
  world = await createSendWorld();
});
afterAll(() => world.stop());

/** A busy machine may have no connection to PostgreSQL in time: that is tried again. */
async function executeAsTemporal(visit: Visit): ReturnType<Visit['execute']> {
  for (;;) {
    try {
      return await visit.execute(noon);
    } catch (error) {
      if (!(error instanceof ApplicationFailure) || error.type !== 'ENGINE_UNEXPECTED') throw error;
    }
  }
}

test('messages after the stop are no more than those in flight, and all others wait', async () => {
  const key = { name: 'spring_sale', language: 'ko' };
  world.meta.addTemplate({ ...key, category: 'MARKETING', status: 'APPROVED' });
  const config = { template: key.name, language: key.language, within: '2h' };
  const queue: Visit[] = [];
  while (queue.length < people) queue.push(...(await world.visits('whatsapp.template', config, 20)));
  const answers: string[] = [];
  let postsAtStop = 0;
  const work = async () => {
    for (let visit = queue.shift(); visit !== undefined; visit = queue.shift()) {
      const answer = await executeAsTemporal(visit);
      answers.push(answer.status === 'settled' ? answer.outcome : answer.status);
      if (answers.length !== stopAfter) continue;
      world.meta.setTemplate(key, { status: 'PAUSED' });
      postsAtStop = world.meta.requests().length;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, work));

  const after = world.meta.requests().length - postsAtStop;
  const count = (word: string) => answers.filter((answer) => answer === word).length;
  expect(after).toBeLessThanOrEqual(inFlight);
  expect(count('template.paused')).toBeLessThanOrEqual(inFlight);
  expect(count('template.paused')).toBeGreaterThan(0);
  expect(count('accepted') + count('template.paused') + count('parked')).toBe(people);
  expect(count('parked')).toBeGreaterThanOrEqual(people - stopAfter - 2 * inFlight);
  const accountId = world.meta.senders[0].businessAccountId;
  expect(await findTemplate(world.store, { accountId, ...key })).toMatchObject({
    status: 'PAUSED',
    statusReason: '132015',
  });
}, 240_000);
