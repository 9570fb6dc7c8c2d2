// What a message or a call of a person leaves in the memory of them, by way of the applier.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApplyInbound } from '../../src/inbox/apply-inbound.ts';
import { policySettingsSchema } from '../../src/whatsapp/policy-settings.ts';
import { createSendWorld, hour, noon, type SendWorld } from '../activities/engine/send-world.ts';
import type { Visit } from '../activities/engine/visit.ts';
import { silent } from '../support/inbox-world.ts';

let world: SendWorld;
beforeAll(async () => {
  world = await createSendWorld();
});
afterAll(() => world.stop());

/** Somebody to whom a message has gone before. */
async function guest(): Promise<Visit> {
  const visit = await world.offer();
  await visit.execute(noon);
  return visit;
}

async function comes({ phone }: Visit, message: object, settings = {}): Promise<void> {
  const apply = createApplyInbound({ log: silent, settings: policySettingsSchema.parse(settings) });
  const phoneNumberId = world.meta.senders[0].phoneNumberId;
  const payload = { from: { phone }, phoneNumberId, atMs: noon + hour, id: 'wamid', ...message };
  const item = { id: '7', key: 'test', kind: 'inbound' as const, failures: 0, receivedAt: new Date(noon) };
  await world.store
    .transaction()
    .execute((trx) => apply(trx, { ...item, payload }, { now: () => noon + hour }));
}

const opened = { window_ends_at: new Date(noon + 25 * hour) };

test.each(['text', 'call', 'button', 'image', 'reaction', 'unsupported'])(
  '%s opens the window',
  async (type) => {
    const visit = await guest();
    await comes(visit, { type });
    expect(await visit.memory()).toMatchObject({ ...opened, ad_entry_at: null });
  },
);

test('a type that is set to open none does not', async () => {
  const visit = await guest();
  await comes(visit, { type: 'reaction' }, { window: { notOpenedBy: ['reaction'] } });
  expect(await visit.memory()).toMatchObject({ window_ends_at: null });
});

test('a message by an ad is remembered as the beginning of free entry', async () => {
  const visit = await guest();
  await comes(visit, { type: 'text', text: 'Hello', referral: { sourceType: 'ad' } });
  expect(await visit.memory()).toMatchObject({ ...opened, ad_entry_at: new Date(noon + hour) });
});
