import { describe, expect, test } from 'vitest';
import { started } from '../started.ts';

const ADA = '+821012345678';
const endpoint = 'marketing_messages';
const offer = (more: object = {}, name = 'offer') => ({
  messaging_product: 'whatsapp',
  recipient_type: 'individual',
  to: ADA,
  type: 'template',
  template: { name, language: { code: 'ko' } },
  ...more,
});
const categories = async (receiver: Awaited<ReturnType<typeof started>>['receiver']) =>
  new Set(receiver.statuses().map(({ pricing }) => pricing?.['category']));

describe('the Marketing Messages endpoint', () => {
  test('sends by itself when the account is onboarded, and its statuses say so', async () => {
    const { emulator, client, receiver } = await started();
    emulator.setAccount({ marketingMessagesApi: 'onboarded' });
    const answer = await client.post(offer({ message_activity_sharing: true, product_policy: 'STRICT' }), {
      endpoint,
    });
    await emulator.idle();
    expect(answer.body.messages).toEqual([{ id: expect.any(String), message_status: 'accepted' }]);
    expect(await categories(receiver)).toEqual(new Set(['marketing_lite']));
    expect(emulator.received(ADA)).toHaveLength(1);
  });

  test('falls back to the Cloud API when the account is not, and the policy allows it', async () => {
    const { emulator, client, receiver } = await started();
    const fallback = await client.post(offer(), { endpoint });
    const strict = await client.post(offer({ product_policy: 'STRICT' }), { endpoint });
    await emulator.idle();
    expect(fallback.status).toBe(200);
    expect([strict.status, strict.body.error?.code]).toEqual([500, 134102]);
    expect(await categories(receiver)).toEqual(new Set(['marketing']));
  });

  test('takes marketing templates and nothing else', async () => {
    const { emulator, client } = await started({ templateCategories: { receipt: 'utility' } });
    emulator.setAccount({ marketingMessagesApi: 'onboarded' });
    const text = { messaging_product: 'whatsapp', to: ADA, type: 'text', text: { body: 'a' } };
    const refusals = [
      await client.post(text, { endpoint }),
      await client.post(offer({}, 'receipt'), { endpoint }),
      await client.post(offer({ product_policy: 'LENIENT' }), { endpoint }),
      await client.post(offer({ ttl_seconds: 60 }), { endpoint }),
      await client.post(offer({ to: undefined }), { endpoint }),
    ];
    expect(refusals.map(({ body }) => body.error?.code)).toEqual([131055, 134100, 131009, 100, 100]);
    expect((await client.post(offer({ product_policy: 'STRICT' }))).body.error?.code).toBe(100);
  });

  test('waits for templates that are not known to the ads system yet', async () => {
    const template = { name: 'offer', language: 'ko', category: 'MARKETING', status: 'APPROVED' };
    const { emulator, client } = await started({ templates: [template] });
    emulator.setAccount({ marketingMessagesApi: 'onboarded' });
    emulator.setTemplate({ name: 'offer' }, { isSyncing: true });
    expect((await client.post(offer(), { endpoint })).body.error?.code).toBe(134101);
    expect((await client.post(offer())).status).toBe(200);
    emulator.setTemplate({ name: 'offer' }, { isSyncing: false });
    expect((await client.post(offer(), { endpoint })).status).toBe(200);
  });

  test('is the only one for marketing when the account says so: 131063, in the fallback too', async () => {
    const { emulator, client } = await started({ templateCategories: { receipt: 'utility' } });
    emulator.setAccount({ marketingOnCloudApi: false });
    expect((await client.post(offer())).body.error?.code).toBe(131063);
    expect((await client.post(offer(), { endpoint })).body.error?.code).toBe(131063);
    expect((await client.post(offer({}, 'receipt'))).status).toBe(200);
    emulator.setAccount({ marketingMessagesApi: 'onboarded' });
    expect((await client.post(offer(), { endpoint })).status).toBe(200);
  });
});
