// What the gate's decisions become in the ledger and for the run. The policies themselves: test/messaging.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rememberInbound } from '../../../src/store/channel-memory.ts';
import { createSendWorld, hour, minute, noon, type SendWorld } from './send-world.ts';
import type { Visit } from './visit.ts';

let world: SendWorld;
beforeAll(async () => {
  world = await createSendWorld();
});
afterAll(() => world.stop());

/** Free-form text, worth sending for three hours. */
const answer = (change: Record<string, unknown> = {}) =>
  world.visit('whatsapp.message', { text: 'Hello', within: '1h', expires: '3h', ...change });

async function personWrites({ personId }: Visit, at: number): Promise<void> {
  const key = { personId, senderId: world.sender };
  await world.store.transaction().execute((trx) => rememberInbound(trx, key, { at: new Date(at) }));
}

describe('a message that policy refuses', () => {
  test.each([
    ['without an opt-in', { marketing: 'unknown' as const }, 'consent', 'no_opt_in'],
    ['after an opt-out', { marketing: 'out' as const }, 'consent', 'opted_out'],
    ['to a US number', { phone: '+14155550123' }, 'limit.us', undefined],
    ['to an American who hides the number', { phone: null, userId: 'US.1349' }, 'limit.us', undefined],
    ['to nobody', { phone: null }, 'undeliverable', 'no_address'],
  ])('%s is not attempted and says why', async (_when, person, outcome, code) => {
    const visit = await world.offer(person);
    const settled = await visit.execute(noon);
    expect(settled).toMatchObject({ status: 'settled', outcome, attempted: false });
    expect(settled).toEqual(await visit.execute(noon + hour));
    expect(await visit.send()).toMatchObject({ state: 'settled', outcome, code: code ?? null });
    expect(await visit.attempts()).toEqual([]);
  });

  test('by a disabled template is not attempted', async () => {
    await world.template('old_offer', { category: 'utility', status: 'DISABLED' });
    const visit = await world.offer({ with: { template: 'old_offer' } });
    expect(await visit.execute(noon)).toMatchObject({ outcome: 'template.missing', attempted: false });
  });

  test('has the category that Meta gave the template', async () => {
    await world.template('delivery_note', { category: 'utility' });
    const visit = await world.offer({ with: { template: 'delivery_note' }, marketing: 'out' });
    expect(await visit.execute(noon)).toMatchObject({ status: 'accepted' });
    expect(await visit.send()).toMatchObject({ category: 'utility' });
  });
});

describe('a cap of one a day', () => {
  const policy = { caps: [{ max: 1, per: 'P1D' }] };
  const again = (visit: Visit) => world.offer({ policy, personId: visit.personId });

  test('holds back what another journey has used up, without an attempt', async () => {
    const first = await world.offer();
    await first.execute(noon);
    const second = await again(first);
    expect(await second.execute(noon + 24 * hour - 1)).toMatchObject({
      status: 'settled',
      outcome: 'capped',
      policy: 'caps',
      attempted: false,
    });
    const third = await again(first);
    expect(await third.execute(noon + 24 * hour)).toMatchObject({ status: 'accepted' });
  });

  test('is not used up by what the person has not got', async () => {
    const first = await world.offer({ policy });
    await first.execute(noon);
    await first.status('failed', { at: noon + minute, code: '131026' });
    // An answer ends the belief that the person can't be reached.
    await personWrites(first, noon + 2 * minute);
    const second = await again(first);
    expect(await second.execute(noon + hour)).toMatchObject({ status: 'accepted' });
  });

  test('lets one of two through that are sent at the same time', async () => {
    const first = await world.offer({ policy });
    const second = await again(first);
    const answers = await Promise.all([first.execute(noon), second.execute(noon)]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['accepted', 'settled']);
  });
});

describe('a message that waits', () => {
  test('for the morning goes out when it comes', async () => {
    const policy = { quietHours: { from: '11:00', to: '13:00' } };
    const visit = await world.offer({ policy });
    expect(await visit.execute(noon)).toMatchObject({
      status: 'parked',
      policy: 'quiet-hours',
      until: noon + hour,
      due: noon + 72 * hour,
    });
    expect(await visit.send()).toMatchObject({ state: 'parked', parked_until: new Date(noon + hour) });
    expect(await visit.execute(noon + hour)).toMatchObject({ status: 'accepted' });
    expect(await visit.send()).toMatchObject({ state: 'accepted', policy: null, parked_until: null });
  });

  test('for the window goes out when the person writes', async () => {
    const visit = await answer();
    expect(await visit.execute(noon)).toMatchObject({
      status: 'parked',
      policy: 'window',
      due: noon + 3 * hour,
    });
    expect(await visit.execute(noon + hour)).toMatchObject({ status: 'parked', due: noon + 3 * hour });
    await personWrites(visit, noon + hour);
    expect(await visit.execute(noon + hour + minute)).toMatchObject({ status: 'accepted' });
    expect(visit.posts()).toBe(1);
  });

  test('for a window that never opens expires, without an attempt', async () => {
    const visit = await answer();
    await visit.execute(noon);
    expect(await visit.execute(noon + 3 * hour - 1)).toMatchObject({ status: 'parked' });
    expect(await visit.execute(noon + 3 * hour)).toMatchObject({
      status: 'settled',
      outcome: 'expired',
      policy: 'window',
      attempted: false,
    });
    await personWrites(visit, noon + 3 * hour);
    expect(await visit.execute(noon + 4 * hour)).toMatchObject({ outcome: 'expired' });
    expect(visit.posts()).toBe(0);
  });

  test('is refused where the author does not wait', async () => {
    const config = { text: 'Hello', waitForWindow: false };
    const visit = await world.visit('whatsapp.message', config, { entry: { on: { inbound: 'any' } } });
    expect(await visit.execute(noon)).toMatchObject({
      outcome: 'window',
      attempted: false,
      policy: 'window',
    });
  });

  test('for a paused template ends with that word', async () => {
    await world.template('paused_offer', { category: 'utility', status: 'PAUSED' });
    const visit = await world.offer({ with: { template: 'paused_offer', expires: '1h' } });
    expect(await visit.execute(noon)).toMatchObject({ status: 'parked', policy: 'template' });
    expect(await visit.execute(noon + hour)).toMatchObject({ outcome: 'template.paused', attempted: false });
  });
});

test('the last half minute of a window is not used', async () => {
  const visit = await answer();
  await personWrites(visit, noon - 24 * hour + 29_000);
  expect(await visit.execute(noon)).toMatchObject({ status: 'parked' });
});

test('a channel without a sender is refused as account', async () => {
  const visit = await world.visit('sms.send', { text: 'Hello' });
  expect(await visit.execute(noon)).toEqual({
    status: 'settled',
    outcome: 'account',
    attempted: false,
    code: 'no_sender',
  });
});
