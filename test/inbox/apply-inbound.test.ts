// A person writes: their window opens, what kept us quiet is lifted, who awaits a reply has it, who is parked hears.

import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createApplyInbound } from '../../src/inbox/apply-inbound.ts';
import { findRun } from '../../src/store/runs.ts';
import type { InboundItem } from '../../src/whatsapp/webhook/items.ts';
import { createSendWorld, hour, noon, type SendWorld } from '../activities/engine/send-world.ts';
import type { Visit } from '../activities/engine/visit.ts';
import { silent } from '../support/inbox-world.ts';

let world: SendWorld;
beforeAll(async () => {
  world = await createSendWorld();
});
afterAll(() => world.stop());

async function inbound(
  phone: string,
  {
    at = noon,
    to,
    quoting,
    type = 'text',
  }: { at?: number; to?: string; quoting?: string; type?: string } = {},
) {
  const payload = {
    kind: 'inbound',
    key: 'test',
    type,
    from: { phone },
    phoneNumberId: to ?? world.meta.senders[0].phoneNumberId,
    atMs: at,
    id: `wamid.${type}`,
    ...(quoting === undefined ? {} : { contextId: quoting }),
  } as unknown as InboundItem;
  const applyInbound = createApplyInbound({ log: silent });
  const item = { id: '7', key: 'test', kind: 'inbound' as const, failures: 0, receivedAt: new Date(at) };
  return world.store
    .transaction()
    .execute((trx) => applyInbound(trx, { ...item, payload: { ...payload } }, { now: () => at }));
}

const parkedAnswer = async (): Promise<Visit> => {
  const visit = await world.visit('whatsapp.message', { text: 'Hello' });
  await visit.execute(noon);
  return visit;
};

describe('an inbound message', () => {
  test('opens the window from its own time, and the parked run hears of it without the phone', async () => {
    const visit = await parkedAnswer();
    expect(await inbound(visit.phone, { at: noon + hour })).toEqual([
      { runId: visit.runId, signal: 'inbound', body: { id: 'inb_7' } },
    ]);
    expect((await visit.memory())?.window_ends_at).toEqual(new Date(noon + 25 * hour));
  });

  test('that comes late never shortens the window', async () => {
    const visit = await parkedAnswer();
    await inbound(visit.phone, { at: noon + hour });
    await inbound(visit.phone, { at: noon - 5 * hour });
    expect((await visit.memory())?.window_ends_at).toEqual(new Date(noon + 25 * hour));
  });

  test('lifts a cool-down', async () => {
    const visit = await world.offer();
    await visit.execute(noon);
    await visit.status('failed', { at: noon, code: '131049' });
    expect(await visit.memory()).toMatchObject({ cooldown_count: 1 });
    await inbound(visit.phone, { at: noon + hour });
    expect(await visit.memory()).toMatchObject({ cooldown_since: null, cooldown_count: 0 });
  });

  test('is the reply that a send awaits', async () => {
    const visit = await world.offer({ with: { await: 'replied' } });
    await visit.execute(noon);
    await visit.status('read', { at: noon });
    const { id } = await visit.send();
    expect(await inbound(visit.phone, { at: noon + hour })).toEqual([
      { runId: visit.runId, signal: 'evidence', body: { send: id, outcome: 'replied' } },
    ]);
    expect(await visit.send()).toMatchObject({ state: 'settled', outcome: 'replied', reached: 'replied' });
  });

  test('satisfies who awaits delivery, once', async () => {
    const visit = await world.offer();
    await visit.execute(noon);
    const first = await inbound(visit.phone, { at: noon + hour });
    expect(first).toMatchObject([{ body: { outcome: 'delivered' } }]);
    expect(await inbound(visit.phone, { at: noon + hour })).toEqual([]);
  });

  test('before the message was sent is no reply to it', async () => {
    const visit = await world.offer({ with: { await: 'replied' } });
    await visit.execute(noon);
    expect(await inbound(visit.phone, { at: noon - 1_000 })).toEqual([]);
  });

  test('answers the message that it quotes, not the newest', async () => {
    const first = await world.offer({ with: { await: 'replied' } });
    await first.execute(noon);
    const second = await world.offer({ personId: first.personId, with: { await: 'replied' } });
    await second.execute(noon + 1_000);
    const quoted = (await first.attempts())[0]?.provider_message_id ?? '';
    expect(await inbound(first.phone, { at: noon + hour, quoting: quoted })).toMatchObject([
      { runId: first.runId },
    ]);
    expect(await inbound(first.phone, { at: noon + hour })).toMatchObject([{ runId: second.runId }]);
  });

  test('that is a reaction says that the message was read, and answers nothing', async () => {
    const asks = await world.offer({ with: { await: 'replied' } });
    await asks.execute(noon);
    const quoting = (await asks.attempts())[0]?.provider_message_id ?? '';
    expect(await inbound(asks.phone, { at: noon + hour, type: 'reaction', quoting })).toEqual([]);
    expect(await asks.send()).toMatchObject({ state: 'accepted', reached: 'read' });
    expect(await inbound(asks.phone, { at: noon + hour, quoting })).toMatchObject([
      { body: { outcome: 'replied' } },
    ]);
  });

  test('is the last one of the person until another comes; a reaction is none to react to', async () => {
    const visit = await parkedAnswer();
    const last = async () => (await visit.memory())?.last_inbound_id;
    await inbound(visit.phone);
    await inbound(visit.phone, { at: noon + hour, type: 'reaction' });
    expect(await last()).toBe('wamid.text');
    await inbound(visit.phone, { at: noon + hour, type: 'image' });
    expect(await last()).toBe('wamid.image');
  });

  test('answers the message that it quotes also where the answer to our POST was lost', async () => {
    const visit = await world.offer({ with: { await: 'replied' } });
    world.meta.script(visit.phone, { do: 'reset-after-accept' });
    await visit.execute(noon);
    await visit.status('delivered', { at: noon, messageId: 'wamid.lost' });
    expect(await inbound(visit.phone, { at: noon + hour, quoting: 'wamid.lost' })).toMatchObject([
      { runId: visit.runId, body: { outcome: 'replied' } },
    ]);
  });

  test('answers the message that it quotes also before the answer to our POST', async () => {
    const visit = await world.offer({ with: { await: 'replied' } });
    world.meta.script(visit.phone, { do: 'deliver', delaysMs: { answer: 600 } });
    const executing = visit.execute(noon);
    await vi.waitFor(async () => expect(await visit.attempts()).toHaveLength(1));
    await visit.status('delivered', { at: noon, messageId: 'wamid.early' });
    await inbound(visit.phone, { at: noon + 1_000, quoting: 'wamid.early' });
    expect(await executing).toMatchObject({ status: 'settled', outcome: 'replied' });
  });

  test('from a stranger, or to a number that is not ours, changes nothing', async () => {
    const visit = await parkedAnswer();
    expect(await inbound('+821099999999')).toEqual([]);
    expect(await inbound(visit.phone, { to: '1' })).toEqual([]);
    expect(await visit.memory()).toMatchObject({ window_ends_at: null });
  });
});

test('a reply after the fallback says that the message had arrived after all', async () => {
  const visit = await world.visit('whatsapp.template', { template: 'spring_sale', language: 'ko' });
  await visit.execute(noon);
  const { id } = (await visit.send()) ?? {};
  await world.store
    .updateTable('send')
    .set({ state: 'settled', outcome: 'silent' })
    .where('id', '=', id ?? '')
    .execute();
  expect(await inbound(visit.phone, { at: noon + hour })).toEqual([]);
  expect((await visit.send())?.late).toBe(true);
});

describe('an entry by inbound', () => {
  const entry = { on: { inbound: 'any' }, if: "event.type == 'text'", again: 'never' };
  const texts = async (phone: string, type = 'text') => {
    const said = { kind: 'inbound', key: 'test', from: { phone }, atMs: noon, type, text: '안녕' };
    const { phoneNumberId } = world.meta.senders[0];
    const item = { id: '7', key: 'test', kind: 'inbound' as const, failures: 0, receivedAt: new Date(noon) };
    const applyInbound = createApplyInbound({ log: silent });
    return world.store
      .transaction()
      .execute((trx) =>
        applyInbound(trx, { ...item, payload: { ...said, phoneNumberId } }, { now: () => noon }),
      );
  };

  test('owes the start of a run that knows what was written', async () => {
    await world.visit('exit', {}, { entry });
    const other = await world.visit('exit', {});
    expect(await texts(other.phone, 'image')).toEqual([]);
    const [owed] = await texts(other.phone);
    expect(owed).toMatchObject({ signal: 'start' });
    const event = { text: '안녕', type: 'text', at: '2026-05-04T03:00:00.000Z' };
    expect(await findRun(world.store, owed?.runId ?? '')).toMatchObject({ state: 'starting', event });
    expect(await texts(other.phone)).toEqual([]);
  });

  test('takes no stranger in', async () => {
    expect(await texts('+821077777777')).toEqual([]);
    const people = await world.store
      .selectFrom('person')
      .select('id')
      .where('phone', '=', '+821077777777')
      .execute();
    expect(people).toEqual([]);
  });
});
