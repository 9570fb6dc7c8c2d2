// The two endpoints for marketing and a second provider, from the ledger to the emulator: which way a message went stands
// on its attempt, and Meta accepts it once.

import { expect, onTestFinished, test } from 'vitest';
import { createWhatsAppCloud } from '../../../activities/channels/whatsapp-cloud.ts';
import { startProviderFront } from '../../support/provider-front.ts';
import { sendersOf, type TestSender } from '../../support/whatsapp-senders.ts';
import { createSendWorld, noon, type SendWorldOptions } from './send-world.ts';

async function createWorld(options: SendWorldOptions) {
  const world = await createSendWorld(options);
  onTestFinished(() => world.stop());
  return world;
}

const withMarketing = (policy: 'fallback' | 'strict'): Pick<TestSender, 'marketing'> => ({
  marketing: { policy },
});

test('marketing goes to its own endpoint; what turns out to be none, goes on to the other within one attempt', async () => {
  const { meta, offer, visit } = await createWorld({ sender: withMarketing('fallback') });
  meta.setAccount({ marketingMessagesApi: 'onboarded' });
  const marketing = await offer();
  expect(await marketing.execute(noon)).toMatchObject({ status: 'accepted' });
  expect(await marketing.attempts()).toMatchObject([{ route: 'marketing_messages', state: 'accepted' }]);
  // Meta has re-categorised it, which nobody has told us yet.
  meta.addTemplate({ name: 'receipt', language: 'ko', category: 'UTILITY', status: 'APPROVED' });
  const receipt = await visit('whatsapp.template', { template: 'receipt', language: 'ko' });
  expect(await receipt.execute(noon)).toMatchObject({ status: 'accepted' });
  expect(await receipt.attempts()).toMatchObject([{ route: 'messages', state: 'accepted' }]);
  expect(receipt.posts()).toBe(2);
  expect(meta.messages(receipt.phone)).toHaveLength(1);
});

test('an account that takes marketing only at the other endpoint gets it there', async () => {
  const { meta, offer } = await createWorld({});
  meta.setAccount({ marketingMessagesApi: 'onboarded', marketingOnCloudApi: false });
  const visit = await offer();
  expect(await visit.execute(noon)).toMatchObject({ status: 'accepted' });
  expect(await visit.attempts()).toMatchObject([{ route: 'marketing_messages', state: 'accepted' }]);
  expect(meta.messages(visit.phone)).toHaveLength(1);
});

test('strict, a template that is still being copied is tried again after ten minutes', async () => {
  const { meta, offer } = await createWorld({ sender: withMarketing('strict') });
  meta.setAccount({ marketingMessagesApi: 'onboarded' });
  const visit = await offer();
  meta.script(visit.phone, { do: 'refuse', code: 134101 });
  expect(await visit.execute(noon)).toMatchObject({
    status: 'parked',
    policy: 'retry',
    until: noon + 600_000,
  });
  expect(await visit.attempts()).toMatchObject([{ route: 'marketing_messages', code: '134101' }]);
  expect(visit.posts()).toBe(1);
});

test('a provider before Meta: accepted, refused in its own words, and heard of by the token', async () => {
  const front = await startProviderFront('the-key');
  onTestFinished(front.close);
  const client = (accessToken: string) =>
    createWhatsAppCloud({
      senders: sendersOf({ provider: '360dialog', baseUrl: front.url, accessToken }),
    });
  const good = client('the-key');
  onTestFinished(() => good.close());
  const { meta, offer } = await createWorld({ clients: [good] });
  front.connect({
    url: meta.url,
    phoneNumberId: meta.senders[0].phoneNumberId,
    accessToken: meta.accessToken,
  });
  const visit = await offer();
  expect(await visit.execute(noon)).toMatchObject({ status: 'accepted' });
  await visit.status('delivered', { at: noon });
  expect(await visit.execute(noon)).toMatchObject({ status: 'settled', outcome: 'delivered' });
  expect(meta.messages(visit.phone)).toHaveLength(1);

  const bad = client('another');
  onTestFinished(() => bad.close());
  const other = await createWorld({ clients: [bad] });
  const refused = await other.offer();
  expect(await refused.execute(noon)).toMatchObject({ status: 'parked', policy: 'account' });
  expect(await refused.attempts()).toMatchObject([{ state: 'refused', code: 'http_401' }]);
});
