import { describe, expect, test } from 'vitest';
import { started } from '../started.ts';

const ADA = '+821012345678';
const direct = (category: string, more: object = {}) => ({
  messaging_product: 'whatsapp',
  to: ADA,
  type: 'text',
  text: { body: 'Your parcel is here' },
  category,
  ...more,
});

describe('Direct Send', () => {
  test('reaches people outside the window, under its category', async () => {
    const { emulator, client, receiver } = await started();
    emulator.setAccount({ directSend: true });
    await client.post(
      direct('utility', { ttl_seconds: 3_600, direct_send_config: { template_name: 'parcel' } }),
    );
    await emulator.idle();
    expect(emulator.received(ADA)).toHaveLength(1);
    expect(receiver.statuses()[0]?.pricing).toMatchObject({ category: 'utility', type: 'regular' });
  });

  test('is refused to accounts without it, in words that can be recognised', async () => {
    const { client } = await started();
    const { body } = await client.post(direct('utility'));
    expect([body.error?.code, body.error?.error_data?.details]).toEqual([
      100,
      'Direct Send is not enabled for this WhatsApp Business Account.',
    ]);
  });

  test('of a service message needs the window, and says at once when it is closed', async () => {
    const { emulator, client } = await started();
    emulator.setAccount({ directSend: true });
    const early = await client.post(direct('service'));
    expect([early.status, early.body.error?.code]).toEqual([400, 131047]);
    emulator.reply(ADA, 'hi');
    expect((await client.post(direct('service'))).status).toBe(200);
  });

  test('keeps to the times to live of its category, and to names of its own', async () => {
    const template = { name: 'taken', language: 'ko', category: 'UTILITY', status: 'APPROVED' };
    const { emulator, client, receiver } = await started({ templates: [template] });
    emulator.setAccount({ directSend: true });
    const long = await client.post(direct('authentication', { ttl_seconds: 901 }));
    expect(long.body.error?.code).toBe(100);
    const clash = await client.post(direct('utility', { direct_send_config: { template_name: 'taken' } }));
    await emulator.idle();
    expect(clash.status).toBe(200);
    expect(receiver.statuses()).toMatchObject([{ status: 'failed', errors: [{ code: 132021 }] }]);
  });
});
