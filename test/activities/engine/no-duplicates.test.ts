// A thousand messages through a provider that does everything wrong at random, over a real database: nobody gets more
// copies than their kind of message may have, and the ledger never says "not sent" of what was taken.

import { expect, onTestFinished, test } from 'vitest';
import { createWhatsAppCloud } from '../../../activities/channels/whatsapp-cloud.ts';
import type { ActivityAnswer } from '../../../src/machine/vocabulary.ts';
import { sendersOf } from '../../support/whatsapp-senders.ts';
import { accepted, limits } from '../channels/cloud-client.ts';
import { refusals, unknownFaults } from '../channels/faults.ts';
import { bodyOf, httpAnswer, startRawServer } from '../channels/raw-server.ts';
import { createSendWorld, noon, type SendWorld } from './send-world.ts';
import type { Visit } from './visit.ts';

/** Park and Miller: the faults are drawn, yet known. */
function createDice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** All but what would slow the sender down; what only time ends is drawn seldom. */
const quick = [...unknownFaults.filter(({ isSlow }) => isSlow !== true), ...refusals].filter(
  ({ name }) => !name.includes('429'),
);
const slow = unknownFaults.filter(({ isSlow }) => isSlow === true);

/** Takes a message or not, then answers well or badly. How often it took which, by the token that travels with it. */
async function startBadProvider(): Promise<{ readonly url: string; readonly taken: Map<string, number> }> {
  const dice = createDice(20_260_504);
  const draw = <T>(list: readonly T[]) => list[Math.floor(dice() * list.length)];
  const taken = new Map<string, number>();
  const { url } = await startRawServer(
    (socket, request, count) => {
      const fault = dice() < 0.5 ? undefined : draw(dice() < 0.03 ? slow : quick);
      const isTaken = fault === undefined || (fault.expected.result === 'unknown' && dice() < 0.6);
      const { biz_opaque_callback_data: token } = JSON.parse(bodyOf(request));
      if (isTaken) taken.set(token, (taken.get(token) ?? 0) + 1);
      if (fault === undefined) socket.write(httpAnswer(200, accepted));
      else fault.answer(socket, request, count);
    },
    (socket) => {
      if (dice() < 0.05) socket.resetAndDestroy();
    },
  );
  return { url, taken };
}

/** As the run would: another try where one is asked for, an unknown outcome when its wait is over. */
async function carryThrough(visit: Visit): Promise<ActivityAnswer> {
  for (let at = noon; ; ) {
    try {
      const answer = await visit.execute(at);
      if (answer.status !== 'unknown') return answer;
      at = Math.max(at + 1, answer.due);
    } catch (error) {
      expect(error).toMatchObject({ type: 'SEND_RETRY' });
      at += 1_000;
    }
  }
}

async function atOnce<T>(items: readonly T[], width: number, work: (item: T) => Promise<void>) {
  const queue = items.values();
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const item of queue) await work(item);
    }),
  );
}

/** Visits of 1,000 people, each with the most copies that the message may have. */
async function createVisits(world: SendWorld): Promise<readonly (readonly [Visit, number])[]> {
  await world.template('code', { category: 'authentication' });
  const visits: (readonly [Visit, number])[] = [];
  // As many at a time as there are connections for.
  for (let turn = 0; turn < 40; turn += 1) {
    const [template, mostCopies] = turn % 4 === 0 ? (['code', 2] as const) : (['spring_sale', 1] as const);
    const some = await world.visits('whatsapp.template', { template, language: 'ko' }, 25);
    visits.push(...some.map((visit) => [visit, mostCopies] as const));
  }
  return visits;
}

test('a thousand messages through a bad provider: marketing at most once, codes at most twice', async () => {
  const provider = await startBadProvider();
  const client = createWhatsAppCloud({ senders: sendersOf({ baseUrl: provider.url }), limits });
  onTestFinished(() => client.close());
  const world = await createSendWorld({ clients: [client] });
  onTestFinished(() => world.stop());
  await world.store.updateTable('sender').set({ per_second: 1_000 }).execute();

  const totals = { taken: 0, unsure: 0, lost: 0 };
  await atOnce(await createVisits(world), 16, async ([visit, mostCopies]) => {
    const answer = await carryThrough(visit);
    const attempts = await visit.attempts();
    const copies = attempts.map(({ token }) => provider.taken.get(token) ?? 0);
    const sum = copies.reduce((left, right) => left + right, 0);
    // One attempt, one request: the client repeats nothing.
    expect(Math.max(...copies)).toBeLessThanOrEqual(1);
    expect(sum).toBeLessThanOrEqual(mostCopies);
    for (const [index, { state }] of attempts.entries()) {
      if (state === 'accepted') expect(copies[index]).toBe(1);
      if (state === 'refused' || state === 'not_sent') expect(copies[index]).toBe(0);
    }
    const outcome = answer.status === 'settled' ? answer.outcome : answer.status;
    expect(['accepted', 'unresolved', 'unavailable']).toContain(outcome);
    if (outcome === 'unavailable' && mostCopies === 1) expect(sum).toBe(0);
    totals.taken += sum;
    totals.unsure += attempts.filter(({ state }, at) => state === 'unknown' && copies[at] === 1).length;
    totals.lost += attempts.filter(({ state }, at) => state === 'unknown' && copies[at] === 0).length;
  });
  // The danger was real: messages that were taken without a word, and others that were not.
  expect(totals.taken).toBeGreaterThan(600);
  expect(Math.min(totals.unsure, totals.lost)).toBeGreaterThan(100);
}, 240_000);
