// What Meta's webhooks about templates do, from the signed body's split to the woken runs of everybody.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { toInboxItems } from '../../src/inbox/webhook-item.ts';
import { createId } from '../../src/store/ids.ts';
import { insertInboxItems } from '../../src/store/inbox.ts';
import { listNotices } from '../../src/store/notices.ts';
import { findTemplate } from '../../src/store/templates.ts';
import { splitWebhook } from '../../src/whatsapp/webhook/split-webhook.ts';
import { createInboxWorld, type InboxWorld } from '../support/inbox-world.ts';
import { patient } from './journeys.ts';

let world: InboxWorld;
beforeAll(async () => {
  world = await createInboxWorld();
  await world.publish(patient);
});
afterAll(() => world.close());

const at = Date.UTC(2026, 4, 4, 3);
const minute = 60_000;
let account = '';
let sender = '';

beforeEach(async () => {
  sender = createId('sdr');
  account = `waba-${sender}`;
  const values = { id: sender, channel: 'whatsapp' as const, provider_id: sender, account_id: account };
  await world.store.insertInto('sender').values(values).execute();
});

interface Heard {
  readonly time?: number;
  readonly name?: string;
  readonly accountId?: string;
}

async function hear(
  field: string,
  value: object,
  { time = at, name = 'offer', accountId = account }: Heard = {},
) {
  const about = { message_template_id: 7, message_template_name: name, message_template_language: 'ko' };
  const changes = [{ field, value: { ...about, ...value } }];
  const { items } = splitWebhook({
    object: 'whatsapp_business_account',
    entry: [{ id: accountId, time: time / 1_000, changes }],
  });
  await insertInboxItems(world.store, toInboxItems(items));
  await world.drain();
}

const status = (event: string, heard?: Heard) => hear('message_template_status_update', { event }, heard);
const template = (name = 'offer') => findTemplate(world.store, { accountId: account, name, language: 'ko' });

/** A run whose message waits at the gate with these templates. */
async function parked(policy: string, ...templates: readonly string[]): Promise<string> {
  const person = await world.person(createId('per'));
  const run = await world.running('patient', person);
  await world.store
    .insertInto('send')
    .values({
      id: createId('snd'),
      run_id: run,
      node: 'step',
      visit: 1,
      person_id: person,
      sender_id: sender,
      channel: 'whatsapp',
      category: 'marketing',
      awaits: 'delivered',
      templates: templates.map((name) => `${name}/ko`),
      state: 'parked',
      policy,
      expires_at: new Date(at + 86_400_000),
    })
    .execute();
  return run;
}

/** Which of them are told to ask the gate again. */
async function woken(...runs: readonly string[]): Promise<readonly string[]> {
  await world.drain();
  return runs.filter((run) =>
    world.runs.heard.some(({ runId, signal }) => runId === run && signal === 'wake'),
  );
}

describe('a status', () => {
  test('is kept, with the id and the reason', async () => {
    await hear('message_template_status_update', { event: 'PAUSED', other_info: { title: 'FIRST_PAUSE' } });
    expect(await template()).toMatchObject({
      id: '7',
      status: 'PAUSED',
      statusReason: 'FIRST_PAUSE',
      statusAt: at,
    });
    const [notice] = await listNotices(world.store, { senderId: sender, accountId: account }, 1);
    expect(notice).toMatchObject({ event: 'TEMPLATE_PAUSED', severity: 'critical' });
  });

  test('that comes late changes nothing that is newer', async () => {
    await status('APPROVED', { time: at + minute });
    await status('PAUSED');
    expect(await template()).toMatchObject({ status: 'APPROVED' });
  });

  test("of somebody else's account is left alone", async () => {
    await status('PAUSED', { accountId: 'not-ours' });
    expect(await template()).toBeUndefined();
  });

  test('that lets it go again wakes all who wait for it, also as an alternate, and nobody else', async () => {
    await status('PAUSED');
    const first = await parked('template', 'offer');
    const second = await parked('template', 'other', 'offer');
    const others = [await parked('template', 'other'), await parked('quiet-hours', 'offer')];
    await status('APPROVED', { time: at + minute });
    expect(await woken(first, second, ...others)).toEqual([first, second]);
  });

  test('that ends it for good wakes them too: they take their fallback', async () => {
    await status('PAUSED');
    const run = await parked('template', 'offer');
    await status('DISABLED', { time: at + minute });
    expect(await woken(run)).toEqual([run]);
  });
});

describe('a category', () => {
  test('that was changed has whoever waits with the template ask again, whatever for', async () => {
    await hear('template_category_update', { new_category: 'MARKETING' });
    const run = await parked('us-pause', 'offer');
    await hear('template_category_update', { new_category: 'UTILITY' }, { time: at + minute });
    expect(await template()).toMatchObject({ category: 'utility', previousCategory: 'marketing' });
    expect(await woken(run)).toEqual([run]);
  });

  test('that is announced holds from its time on, not yet', async () => {
    const value = { new_category: 'UTILITY', correct_category: 'MARKETING' };
    await hear('template_category_update', value);
    expect(await template()).toMatchObject({ category: 'utility', correctCategory: 'marketing' });
  });

  test('in passing of a status is for templates that nobody told of', async () => {
    const value = { event: 'APPROVED', message_template_category: 'UTILITY' };
    await hear('message_template_status_update', value);
    expect(await template()).toMatchObject({ category: 'utility' });
    await hear('template_category_update', { new_category: 'MARKETING' }, { time: at + minute });
    await hear('message_template_status_update', value, { time: at + 2 * minute });
    expect(await template()).toMatchObject({ category: 'marketing' });
  });
});

test('a category that comes with a status wakes whoever waits, whatever for', async () => {
  await hear('message_template_quality_update', { new_quality_score: 'GREEN' });
  const run = await parked('us-pause', 'offer');
  const value = { event: 'APPROVED', message_template_category: 'UTILITY' };
  await hear('message_template_status_update', value, { time: at + minute });
  expect(await woken(run)).toEqual([run]);
});

test('a low quality is a notice, and stops nothing', async () => {
  await status('APPROVED');
  await hear('message_template_quality_update', { new_quality_score: 'RED' }, { time: at + minute });
  expect(await template()).toMatchObject({ quality: 'RED', status: 'APPROVED' });
});

test('edited parts are known at once', async () => {
  await hear('message_template_components_update', { message_template_element: 'Hi {{1}} {{2}}' });
  expect(await template()).toMatchObject({ components: [{ type: 'BODY', text: 'Hi {{1}} {{2}}' }] });
});
