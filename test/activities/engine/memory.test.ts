// What is remembered of a person, over several journeys, on the real database and against the real emulator of Meta.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toWakeItemsOf } from '../../../src/inbox/apply-wake.ts';
import { type InboundSign, rememberInbound } from '../../../src/store/channel-memory.ts';
import { policySettingsSchema } from '../../../src/whatsapp/policy-settings.ts';
import { createSendWorld, hour, minute, noon, type SendWorld } from './send-world.ts';
import type { Visit } from './visit.ts';

const day = 24 * hour;

let world: SendWorld;
beforeAll(async () => {
  const usPause = { until: new Date(noon + 2 * day).toISOString(), wait: true };
  world = await createSendWorld({ settings: policySettingsSchema.parse({ usPause }) });
});
afterAll(() => world.stop());

let people = 0;
/** Outside the regions that have no per-user limit. */
const australian = () => {
  people += 1;
  return `+614915701${String(people).padStart(2, '0')}`;
};

const offer = () => world.offer({ phone: australian() });
const again = ({ personId }: Visit) => world.offer({ personId });
const text = ({ personId }: Visit) =>
  world.visit('whatsapp.message', { text: 'Hello', within: '1h', expires: '3h' }, { personId });

async function personWrites({ personId }: Visit, at: number, sign: Partial<InboundSign> = {}): Promise<void> {
  const key = { personId, senderId: world.sender };
  await world.store.transaction().execute((trx) => rememberInbound(trx, key, { at: new Date(at), ...sign }));
}

describe('after 131049', () => {
  test('two journeys and one person make exactly one attempt', async () => {
    const first = await offer();
    const other = await again(first);
    await first.execute(noon);
    await first.status('failed', { at: noon + minute, code: '131049' });
    expect(await other.execute(noon + 2 * minute)).toMatchObject({
      outcome: 'limit.user',
      attempted: false,
      policy: 'cooldown',
    });
    expect(first.posts()).toBe(1);
    expect((await other.send()).because).toEqual({
      since: noon + minute,
      until: noon + minute + day,
      times: 1,
    });
  });

  test('marketing may go out a day later to the second, and for longer not after the next refusal', async () => {
    const first = await offer();
    await first.execute(noon);
    await first.status('failed', { at: noon, code: '131049' });
    expect(await (await again(first)).execute(noon + day - 1_000)).toMatchObject({ attempted: false });
    const second = await again(first);
    expect(await second.execute(noon + day)).toMatchObject({ status: 'accepted' });
    await second.status('failed', { at: noon + day, code: '131049' });
    expect(await (await again(first)).execute(noon + 3 * day - 1)).toMatchObject({ attempted: false });
    expect(await (await again(first)).execute(noon + 3 * day)).toMatchObject({ status: 'accepted' });
  });

  test('an inbound lifts the cool-down, and a delivery proves that it is over', async () => {
    const first = await offer();
    await first.execute(noon);
    await first.status('failed', { at: noon, code: '131049' });
    await personWrites(first, noon + hour);
    expect(await (await again(first)).execute(noon + 2 * hour)).toMatchObject({ status: 'accepted' });
    const second = await again(first);
    await second.execute(noon + 2 * day);
    await second.status('failed', { at: noon + 2 * day, code: '131049' });
    const third = await again(first);
    await third.execute(noon + 3 * day);
    await third.status('delivered', { at: noon + 3 * day + minute });
    expect(await third.memory()).toMatchObject({ cooldown_since: null, cooldown_count: 0 });
  });

  test('a person in Korea is tried all the same: there is no such limit', async () => {
    const first = await world.offer();
    await first.execute(noon);
    await first.status('failed', { at: noon, code: '131049' });
    expect(await (await again(first)).execute(noon + hour)).toMatchObject({ status: 'accepted' });
  });
});

test('after 131049 a sender in Japan tries all the same', async () => {
  const first = await offer();
  const setPhone = (display_phone: string | null) =>
    world.store.updateTable('sender').set({ display_phone }).where('id', '=', world.sender).execute();
  await first.execute(noon);
  await first.status('failed', { at: noon, code: '131049' });
  await setPhone('81312345678');
  const fromJapan = await (await again(first)).execute(noon + hour);
  await setPhone(null);
  expect(fromJapan).toMatchObject({ status: 'accepted' });
  expect(await (await again(first)).execute(noon + 2 * hour)).toMatchObject({ outcome: 'limit.user' });
});

describe('after 130472', () => {
  test('one message is tried a month later, others wait for what becomes of it', async () => {
    const first = await offer();
    await first.execute(noon);
    await first.status('failed', { at: noon, code: '130472' });
    expect(await (await again(first)).execute(noon + 30 * day - 1)).toMatchObject({ outcome: 'experiment' });
    const [probe, other] = [await again(first), await again(first)];
    expect(await probe.execute(noon + 30 * day)).toMatchObject({ status: 'accepted' });
    expect(await other.execute(noon + 30 * day)).toMatchObject({ outcome: 'experiment', attempted: false });
    await probe.status('delivered', { at: noon + 30 * day + minute });
    expect(await (await again(first)).execute(noon + 30 * day + hour)).toMatchObject({ status: 'accepted' });
  });

  test('a message whose time is over is no probe', async () => {
    const first = await offer();
    await first.execute(noon);
    await first.status('failed', { at: noon, code: '130472' });
    const late = await world.offer({
      personId: first.personId,
      policy: { quietHours: { from: '11:00', to: '23:00' }, expires: '1h' },
    });
    expect(await late.execute(noon + 30 * day)).toMatchObject({ status: 'parked', policy: 'quiet-hours' });
    expect(await late.execute(noon + 30 * day + 12 * hour)).toMatchObject({ outcome: 'expired' });
    expect(await (await again(first)).execute(noon + 30 * day + 12 * hour)).toMatchObject({
      status: 'accepted',
    });
  });

  test('a probe that is refused again starts another month', async () => {
    const first = await offer();
    await first.execute(noon);
    await first.status('failed', { at: noon, code: '130472' });
    const probe = await again(first);
    await probe.execute(noon + 30 * day);
    await probe.status('failed', { at: noon + 30 * day, code: '130472' });
    expect(await (await again(first)).execute(noon + 60 * day - 1)).toMatchObject({ outcome: 'experiment' });
    expect(await (await again(first)).execute(noon + 60 * day)).toMatchObject({ status: 'accepted' });
  });

  test('who came by an ad and was answered in time is exempt for 72 hours, yet has no window longer than 24', async () => {
    const first = await offer();
    await first.execute(noon - day);
    await first.status('failed', { at: noon - day, code: '130472' });
    await personWrites(first, noon, { fromAd: true });
    expect(await (await text(first)).execute(noon + hour)).toMatchObject({ status: 'accepted' });
    expect(await (await again(first)).execute(noon + 73 * hour - 1)).toMatchObject({ status: 'accepted' });
    expect(await (await text(first)).execute(noon + 73 * hour - 1)).toMatchObject({ status: 'parked' });
    expect(await (await again(first)).execute(noon + 73 * hour)).toMatchObject({ outcome: 'experiment' });
  });
});

describe('after 131026', () => {
  test('a person is suspect for a day, then unreachable for a week, until a message arrives', async () => {
    const first = await offer();
    await first.execute(noon);
    await first.status('failed', { at: noon, code: '131026' });
    const held = await again(first);
    expect(await held.execute(noon + day - 1)).toMatchObject({ outcome: 'undeliverable', attempted: false });
    expect((await held.send()).because).toMatchObject({ belief: 'suspect' });
    const second = await again(first);
    expect(await second.execute(noon + day)).toMatchObject({ status: 'accepted' });
    await second.status('failed', { at: noon + day, code: '131026' });
    expect(await (await again(first)).execute(noon + 8 * day - 1)).toMatchObject({ policy: 'reachability' });
    const third = await again(first);
    await third.execute(noon + 8 * day);
    await third.status('read', { at: noon + 8 * day });
    expect(await third.memory()).toMatchObject({ unreachable_at: null, unreachable_count: 0 });
  });

  test('a message that was delivered later says that the refusal is old', async () => {
    const first = await offer();
    await first.execute(noon);
    const second = await again(first);
    await second.execute(noon + minute);
    await second.status('delivered', { at: noon + hour });
    await first.status('failed', { at: noon + minute, code: '131026' });
    expect(await first.memory()).toMatchObject({ unreachable_at: null });
  });
});

describe('after 131047 inside the window', () => {
  test('the send ends, the next is tried, and after a second one they wait until the person writes', async () => {
    const first = await text(await offer());
    await personWrites(first, noon);
    await first.execute(noon + minute);
    const [told] = await first.status('failed', { at: noon + minute, code: '131047' });
    expect(told).toMatchObject({ body: { outcome: 'window' } });
    const second = await text(first);
    expect(await second.execute(noon + hour)).toMatchObject({ status: 'accepted' });
    await second.status('failed', { at: noon + hour, code: '131047' });
    const third = await text(first);
    expect(await third.execute(noon + hour + minute)).toMatchObject({ status: 'parked', policy: 'window' });
    expect((await third.send()).because).toEqual({ endsAt: noon + day, refusals: 2 });
    await personWrites(first, noon + 2 * hour);
    expect(await third.execute(noon + 2 * hour)).toMatchObject({ status: 'accepted' });
  });
});

describe('while marketing to US numbers is paused', () => {
  const american = (change: object = {}) => world.offer({ phone: '+12125550123', ...change });

  test('a message that is worth it waits for the end, and goes out then', async () => {
    const visit = await american();
    expect(await visit.execute(noon)).toMatchObject({
      status: 'parked',
      policy: 'us-pause',
      until: noon + 2 * day,
    });
    expect(await toWakeItemsOf(world.store, 'us-pause')).toMatchObject([
      { kind: 'wake', payload: { runs: [visit.runId], reason: 'us-pause' } },
    ]);
    expect(await visit.execute(noon + 2 * day - 1)).toMatchObject({ status: 'parked' });
    expect(await visit.execute(noon + 2 * day)).toMatchObject({ status: 'accepted' });
    expect(await toWakeItemsOf(world.store, 'us-pause')).toEqual([]);
    const late = await world.offer({ personId: visit.personId, with: { expires: '2h' } });
    expect(await late.execute(noon)).toMatchObject({ outcome: 'limit.us', attempted: false });
  });

  test('131049 after its end is the person’s own limit', async () => {
    const visit = await world.offer({ phone: '+12125550124' });
    world.meta.script(visit.phone, { do: 'refuse', code: 131049 });
    expect(await visit.execute(noon + 2 * day)).toMatchObject({ outcome: 'limit.user' });
    expect(await visit.memory()).toMatchObject({ cooldown_count: 1 });
  });
});
