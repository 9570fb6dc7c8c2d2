import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ExplainedMessage, ExplainedRun } from '../../src/runs/explain.ts';
import { findHolds } from '../../src/runs/find-holds.ts';
import { rememberInbound, rememberRefusal } from '../../src/store/channel-memory.ts';
import { findPersonByExternalId } from '../../src/store/people.ts';
import { createInboxWorld, type InboxWorld } from '../support/inbox-world.ts';

const refusedAt = new Date(Date.UTC(2030, 0, 1, 10));
const hourMs = 3_600_000;
let world: InboxWorld;

beforeAll(async () => {
  world = await createInboxWorld();
  await world.store
    .insertInto('sender')
    .values({ id: 'sdr_1', channel: 'whatsapp', provider_id: '1', display_phone: '55 11 5550 1000' })
    .execute();
});

afterAll(() => world.close());

async function findPersonOrThrow(externalId: string) {
  const person = await findPersonByExternalId(world.store, externalId);
  if (person === undefined) throw new Error(`no person ${externalId}`);
  return person;
}

/** A path with one message to the person. */
function sent(message: Partial<ExplainedMessage>): Pick<ExplainedRun, 'path'> {
  const facts = { send: 'snd_1', channel: 'whatsapp', category: 'marketing', sender: 'sdr_1' } as const;
  const step = {
    node: 'offer',
    visit: 1,
    enteredAt: refusedAt.toISOString(),
    outcome: null,
    settledAt: null,
  };
  const told: ExplainedMessage = {
    ...{ template: null, state: 'settled', awaits: 'delivered', reached: null, failedCode: null },
    ...{ late: false, parkedUntil: null, attempts: [], evidence: [] },
    ...facts,
    ...message,
  };
  return {
    path: [{ ...step, attempted: true, code: null, policy: null, because: null, message: told }],
  };
}

test('after 131049 marketing is held until the cool-down ends, or until the person writes', async () => {
  const personId = await world.person('limited');
  const key = { personId, senderId: 'sdr_1' };
  await world.store
    .transaction()
    .execute((trx) => rememberRefusal(trx, key, { effect: 'cooldown', at: refusedAt }));
  const person = await findPersonOrThrow('limited');
  const ask = (run: Pick<ExplainedRun, 'path'>, hours: number) =>
    findHolds(world.store, { run, person, now: refusedAt.getTime() + hours * hourMs });
  const since = refusedAt.getTime();
  expect(await ask(sent({}), 1)).toEqual([
    { policy: 'cooldown', because: { since, until: since + 24 * hourMs, times: 1 } },
  ]);
  expect(await ask(sent({ category: 'utility' }), 1)).toEqual([]);
  expect(await ask(sent({ channel: 'sms' }), 1)).toEqual([]);
  expect(await ask(sent({}), 25)).toEqual([]);
  const wroteAt = new Date(since + 2 * hourMs);
  await world.store.transaction().execute((trx) => rememberInbound(trx, key, { at: wroteAt }));
  expect(await ask(sent({}), 3)).toEqual([]);
});

test('who is not on WhatsApp is held back for messages of all kinds', async () => {
  const personId = await world.person('absent');
  await world.store
    .transaction()
    .execute((trx) =>
      rememberRefusal(trx, { personId, senderId: 'sdr_1' }, { effect: 'unreachable', at: refusedAt }),
    );
  const person = await findPersonOrThrow('absent');
  const now = refusedAt.getTime() + hourMs;
  const holds = await findHolds(world.store, { run: sent({ category: 'utility' }), person, now });
  expect(holds).toMatchObject([{ policy: 'reachability', because: { belief: 'suspect', times: 1 } }]);
});
