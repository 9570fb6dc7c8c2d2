import { request } from 'undici';
import { describe, expect, test } from 'vitest';
import { started } from '../started.ts';

const ACCOUNT = '200000000000001';
const NUMBER = '100000000000001';
const ADA = '+821012345678';

describe('a business number', () => {
  test('shows what Meta shows, and what a script made of it', async () => {
    const { emulator, client } = await started();
    const plain = await client.graph('GET', NUMBER);
    expect(plain.body).toMatchObject({
      ...{ id: NUMBER, display_phone_number: '15550100001', verified_name: 'Emulated Shop' },
      ...{ quality_rating: 'GREEN', code_verification_status: 'VERIFIED', platform_type: 'CLOUD_API' },
      ...{ throughput: { level: 'STANDARD' }, status: 'CONNECTED' },
    });
    emulator.setNumber({
      codeVerificationStatus: 'NOT_VERIFIED',
      messagingLimit: 'TIER_250',
      nameStatus: 'DECLINED',
    });
    const fields = 'code_verification_status,whatsapp_business_manager_messaging_limit,name_status';
    expect((await client.graph('GET', `${NUMBER}?fields=${fields}`)).body).toEqual({
      ...{ id: NUMBER, code_verification_status: 'NOT_VERIFIED', name_status: 'DECLINED' },
      whatsapp_business_manager_messaging_limit: 'TIER_250',
    });
  });

  test('is listed with its account', async () => {
    const { client } = await started();
    const { body } = await client.graph('GET', `${ACCOUNT}/phone_numbers?fields=verified_name`);
    expect(body.data).toEqual([{ id: NUMBER, verified_name: 'Emulated Shop' }]);
    expect((await client.graph('GET', 'v1')).body.error?.code).toBe(100);
    expect((await client.graph('GET', '42/phone_numbers')).body.error?.error_subcode).toBe(33);
  });

  test('is as healthy as the worst that it depends on', async () => {
    const template = { name: 'sale', language: 'ko', category: 'MARKETING', status: 'REJECTED' };
    const { emulator, client } = await started({ templates: [template] });
    const health = async (id: string) =>
      (await client.graph('GET', `${id}?fields=health_status`)).body['health_status'];
    expect(await health(NUMBER)).toMatchObject({ can_send_message: 'AVAILABLE' });
    emulator.setNumber({ canSend: { status: 'LIMITED', reason: 'Display name not approved.' } });
    expect(await health(NUMBER)).toMatchObject({
      can_send_message: 'LIMITED',
      entities: [
        { entity_type: 'PHONE_NUMBER', id: NUMBER, additional_info: ['Display name not approved.'] },
        { entity_type: 'WABA', id: ACCOUNT, can_send_message: 'AVAILABLE' },
        { entity_type: 'BUSINESS' },
        { entity_type: 'APP' },
      ],
    });
    emulator.setAccount({
      canSend: { status: 'BLOCKED', code: 141006, reason: 'No payment.', solution: 'Pay.' },
    });
    expect(await health(NUMBER)).toMatchObject({ can_send_message: 'BLOCKED' });
    const { body } = await client.graph('GET', `${ACCOUNT}/message_templates?fields=id`);
    expect(await health(String(body.data?.[0]?.['id']))).toMatchObject({
      can_send_message: 'BLOCKED',
      entities: [{ entity_type: 'MESSAGE_TEMPLATE', errors: [{ error_code: 141002 }] }, {}, {}, {}],
    });
  });
});

describe('a token', () => {
  test('without a permission is refused: 10 for sending, 200 for management', async () => {
    const { emulator, client } = await started();
    emulator.setApp({ permissions: [] });
    expect((await client.template(ADA)).body.error?.code).toBe(10);
    expect((await client.graph('GET', NUMBER)).body.error?.code).toBe(200);
    emulator.setApp({ permissions: ['whatsapp_business_messaging'] });
    expect((await client.template(ADA)).status).toBe(200);
    expect((await client.graph('GET', `${ACCOUNT}/message_templates`)).status).toBe(403);
  });

  test('is rotated: both are good for a while, then the old one has expired', async () => {
    const { emulator, client } = await started();
    const old = emulator.accessToken;
    emulator.setApp({ accessTokens: [old, 'new'] });
    expect((await client.graph('GET', NUMBER, { accessToken: 'new' })).status).toBe(200);
    emulator.setApp({ expiredTokens: [old] });
    const expired = await client.graph('GET', NUMBER);
    expect([expired.status, expired.body.error]).toMatchObject([401, { code: 190, error_subcode: 463 }]);
  });

  test('is examined by debug_token', async () => {
    const { emulator, client } = await started();
    emulator.setApp({ permissions: ['whatsapp_business_messaging'] });
    const own = await client.graph('GET', `debug_token?input_token=${emulator.accessToken}`);
    expect(own.body.data).toMatchObject({
      is_valid: true,
      scopes: ['whatsapp_business_messaging'],
      granular_scopes: [{ scope: 'whatsapp_business_messaging', target_ids: [ACCOUNT] }],
    });
    const other = await client.graph('GET', `${emulator.url}/debug_token?input_token=stolen`);
    expect(other.body.data).toMatchObject({ is_valid: false, scopes: [] });
  });
});

test('an app that leaves an account hears nothing more of it, until it comes back', async () => {
  const { emulator, client, receiver } = await started();
  const path = `${ACCOUNT}/subscribed_apps`;
  expect((await client.graph('GET', path)).body.data).toHaveLength(1);
  expect((await client.graph('DELETE', path)).body).toEqual({ success: true });
  await client.template(ADA);
  await emulator.idle();
  expect([(await client.graph('GET', path)).body.data, receiver.posts]).toEqual([[], []]);
  expect((await client.graph('POST', path)).body).toEqual({ success: true });
  await client.template(ADA);
  await emulator.idle();
  expect(receiver.statuses()).toHaveLength(2);
});

describe('media', () => {
  test('are uploaded, sent by id, looked up, downloaded and deleted', async () => {
    const { emulator, client } = await started();
    emulator.reply(ADA, 'hi');
    const bytes = Buffer.from('not really a picture');
    const id = await upload(emulator, { bytes, type: 'image/png' });
    await client.post(image(id));
    await emulator.idle();
    expect(emulator.received(ADA)).toHaveLength(1);
    const { body } = await client.graph('GET', id);
    expect(body).toMatchObject({ id, mime_type: 'image/png', file_size: String(bytes.length) });
    const headers = { authorization: `Bearer ${emulator.accessToken}` };
    const download = await request(String(body['url']), { headers });
    expect(Buffer.from(await download.body.arrayBuffer())).toEqual(bytes);
    expect((await client.graph('DELETE', id)).body).toEqual({ success: true });
    expect((await client.graph('GET', id)).body.error?.code).toBe(100);
  });

  test('that nobody uploaded, or of a wrong kind, fail with 131053 later', async () => {
    const { emulator, client, receiver } = await started();
    emulator.reply(ADA, 'hi');
    const id = await upload(emulator, { bytes: Buffer.from('%PDF'), type: 'application/pdf' });
    const statuses = [(await client.post(image('12'))).status, (await client.post(image(id))).status];
    await emulator.idle();
    expect(statuses).toEqual([200, 200]);
    expect(receiver.statuses().map(({ errors }) => errors?.[0]?.code)).toEqual([131053, 131053]);
  });

  test('of a type that Meta does not take are not stored', async () => {
    const { emulator } = await started();
    await expect(upload(emulator, { bytes: Buffer.from('x'), type: 'text/html' })).rejects.toThrow('100');
  });
});

function image(id: string) {
  return { messaging_product: 'whatsapp', to: ADA, type: 'image', image: { id } };
}

async function upload(
  { url, accessToken }: { readonly url: string; readonly accessToken: string },
  { bytes, type }: { readonly bytes: Buffer; readonly type: string },
): Promise<string> {
  const form = new FormData();
  form.set('messaging_product', 'whatsapp');
  form.set('file', new Blob([new Uint8Array(bytes)], { type }), 'file');
  const response = await fetch(`${url}/v23.0/${NUMBER}/media`, {
    method: 'POST',
    headers: { authorization: `Bearer ${accessToken}` },
    body: form,
  });
  const answer = (await response.json()) as { id?: string; error?: { code: number } };
  if (answer.id === undefined) throw new TypeError(`Refused with ${answer.error?.code}`);
  return answer.id;
}
