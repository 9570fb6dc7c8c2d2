// What people write as an event that runs may wait for, answers to messages of a run, late evidence, and strangers.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApplyInbound } from '../../src/inbox/apply-inbound.ts';
import { savePerson } from '../../src/people/save-person.ts';
import type { InboundItem } from '../../src/whatsapp/webhook/items.ts';
import { createSendWorld, hour, noon, type SendWorld } from '../activities/engine/send-world.ts';
import type { Visit } from '../activities/engine/visit.ts';
import { silent } from '../support/inbox-world.ts';

let world: SendWorld;
beforeAll(async () => {
  world = await createSendWorld();
});
afterAll(() => world.stop());

let items = 100;

/** Applied as often as its number comes. */
async function writes(phone: string, said: Partial<InboundItem>, number = ++items) {
  const { phoneNumberId } = world.meta.senders[0];
  const at = noon + hour;
  const payload = {
    kind: 'inbound',
    key: 'test',
    from: { phone },
    type: 'text',
    atMs: at,
    phoneNumberId,
    ...said,
  };
  const item = {
    id: String(number),
    key: 'test',
    kind: 'inbound' as const,
    failures: 0,
    receivedAt: new Date(at),
  };
  const apply = createApplyInbound({ log: silent, timeZoneOf: () => 'Asia/Seoul' });
  return world.store.transaction().execute((trx) => apply(trx, { ...item, payload }, { now: () => at }));
}

const exit = [{ on: { event: 'whatsapp.inbound' }, if: "event.text == 'bye'", as: 'left' }];

async function sent(): Promise<Visit> {
  const visit = await world.offer({ exit, with: { await: 'replied' } });
  await visit.execute(noon);
  return visit;
}

const eventsOf = (visit: Visit) =>
  world.store.selectFrom('event').select(['id', 'data']).where('person_id', '=', visit.personId).execute();
const repliesOf = (visit: Visit) =>
  world.store.selectFrom('reply').selectAll().where('run_id', '=', visit.runId).execute();

describe('what a person writes', () => {
  test('is told to runs that name it, before what follows from it, by its name and id only', async () => {
    const visit = await sent();
    const owed = await writes(visit.phone, { text: 'Hi' }, 1);
    expect(owed.map(({ signal }) => signal)).toEqual(['event', 'evidence']);
    expect(owed[0]).toMatchObject({ body: { name: 'whatsapp.inbound', id: 'evt_inb_1' } });
    expect(JSON.stringify(owed)).not.toContain('Hi');
  });

  test('is kept once, with the message that it answers, however often it is applied', async () => {
    const visit = await sent();
    const [attempt] = await visit.attempts();
    const tap = {
      type: 'button',
      button: { payload: 'yes', text: 'Yes' },
      contextId: attempt?.provider_message_id ?? '',
    };
    await writes(visit.phone, tap, 2);
    await writes(visit.phone, tap, 2);
    const about = { node: 'step', journey: expect.stringMatching(/^journey-/) };
    expect(await eventsOf(visit)).toEqual([
      {
        id: 'evt_inb_2',
        data: { type: 'button', text: 'Yes', payload: 'yes', ...about, at: '2026-05-04T04:00:00.000Z' },
      },
    ]);
    const { id } = await visit.send();
    expect(await repliesOf(visit)).toMatchObject([{ send_id: id, quotes: true, taken_by: null }]);
  });

  test('ends a run by its exit rule', async () => {
    const visit = await sent();
    const [owed] = await writes(visit.phone, { text: 'bye' });
    expect(owed).toMatchObject({ signal: 'event', body: { exit: { as: 'left' } } });
  });

  test('is no answer where it is a call, and no event where nobody names it', async () => {
    const visit = await sent();
    expect(await writes(visit.phone, { type: 'call' })).toMatchObject([{ signal: 'event' }]);
    expect(await repliesOf(visit)).toEqual([]);
    const other = await world.offer();
    await other.execute(noon);
    await writes(other.phone, { text: 'Hi' });
    expect(await eventsOf(other)).toEqual([]);
  });
});

describe('journeys that a message starts', () => {
  const starts = async (phone: string, text: string) =>
    (await writes(phone, { text, profileName: 'Min' })).filter(({ signal }) => signal === 'start').length;

  test('by any do not start by an answer that a run stands at, by a keyword they do', async () => {
    await world.visit('exit', {}, { entry: { on: { inbound: 'any' }, if: "event.text != 'keyword'" } });
    await world.visit('exit', {}, { entry: { on: { inbound: { keywords: ['help'] } } } });
    const visit = await sent();
    expect(await starts(visit.phone, 'Hi')).toBe(0);
    expect(await starts(visit.phone, 'Hi again')).toBe(1);
    const second = await sent();
    expect(await starts(second.phone, 'HELP!')).toBe(1);
  });

  test('by any do not start by a call or a reaction', async () => {
    const entry = { on: { inbound: 'any' }, if: "event.text == ''", again: 'always' };
    await world.visit('exit', {}, { entry });
    const { phone } = await sent();
    await writes(phone, { text: 'Hi' });
    for (const [type, isEntered] of [
      ['call', false],
      ['reaction', false],
      ['image', true],
    ] as const) {
      const owed = await writes(phone, { type });
      expect([type, owed.some(({ signal }) => signal === 'start')]).toEqual([type, isEntered]);
    }
  });

  test('take a stranger in where one says so, and only that one until the business names them', async () => {
    const phone = '+821066660001';
    expect(await starts(phone, 'Hi')).toBe(0);
    await world.visit('exit', {}, { entry: { on: { inbound: 'any', strangers: true } } });
    expect(await starts(phone, 'Hi')).toBe(1);
    const person = () =>
      world.store.selectFrom('person').selectAll().where('phone', '=', phone).executeTakeFirst();
    expect(await person()).toMatchObject({
      external_id: expect.stringMatching(/^stranger:[0-9A-Z]{26}$/),
      time_zone: 'Asia/Seoul',
      attributes: { profileName: 'Min' },
    });
    const consents = await world.store
      .selectFrom('consent')
      .selectAll()
      .where('person_id', '=', (await person())?.id ?? '')
      .execute();
    expect(consents).toEqual([]);
    expect(await starts(phone, 'Hi again')).toBe(0);
    const { created } = await savePerson(world.store, { externalId: 'customer-9', phone }, new Date(noon));
    expect(created).toBe(false);
    expect(await person()).toMatchObject({ external_id: 'customer-9' });
    expect(await starts(phone, 'Hi once more')).toBe(1);
  });
});

test('delivery after the fallback is told once, as an event', async () => {
  const visit = await world.offer();
  await visit.execute(noon);
  const { id } = await visit.send();
  await world.store
    .updateTable('send')
    .set({ state: 'settled', outcome: 'silent' })
    .where('id', '=', id)
    .execute();
  await visit.status('delivered', { at: noon + hour });
  await visit.status('read', { at: noon + hour });
  const told = await world.store.selectFrom('inbox').select('payload').where('kind', '=', 'event').execute();
  const mine = told.filter(({ payload }) => payload['person'] === visit.personId);
  expect(mine).toMatchObject([
    {
      payload: {
        name: 'message.late',
        at: new Date(noon + hour).toISOString(),
        data: { node: 'step', run: visit.runId, channel: 'whatsapp' },
      },
    },
  ]);
});
