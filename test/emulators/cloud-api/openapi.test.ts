// Holds the emulator against Meta's own OpenAPI description. Without it the tests are skipped (CI: failed).

import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { GraphError } from '../../../src/emulators/cloud-api/graph-error.ts';
import { started } from '../started.ts';
import { isMetaHere, MetaOpenApi, PERSON } from './meta-openapi.ts';
import type { Body } from './mutations.ts';

test("Meta's OpenAPI description is there, or this is not CI", () => {
  expect(
    isMetaHere || process.env['CI'] !== 'true',
    'CI=true needs META_OPENAPI, or these tests prove nothing',
  ).toBe(true);
});

// Meta's OpenAPI description is not part of this project and a fresh clone may lack it.
describe.skipIf(!isMetaHere)("the emulator against Meta's OpenAPI", () => {
  let meta: MetaOpenApi;
  beforeAll(() => {
    meta = new MetaOpenApi();
  });

  test('accepts every request example and answers as the response schema says', async () => {
    const { client } = await started();
    const examples = meta.examples();
    expect(examples.length).toBeGreaterThanOrEqual(50);
    for (const [name, body] of examples) {
      const answer = await client.post(body);
      expect([name, answer.status, answer.text]).toEqual([name, 200, expect.any(String)]);
      expect([name, meta.problems('MessageResponsePayload', answer.body)]).toEqual([name, '']);
      const isReceipt = body['status'] === 'read';
      expect([name, isReceipt || answer.body.messages?.length === 1]).toEqual([name, true]);
    }
  });

  test('knows every message type and wants its content', async () => {
    const { client } = await started();
    const message = z.looseObject({
      discriminator: z.looseObject({ mapping: z.record(z.string(), z.string()) }),
    });
    const types = Object.keys(message.parse(meta.schemas()['Message']).discriminator.mapping);
    expect(types).toContain('template');
    for (const type of types) {
      const example = meta.examples().find(([, body]) => body['type'] === type)?.[1] ?? {};
      const { [type]: content, ...rest }: Body = { type, ...example };
      expect([type, typeof content]).toEqual([type, 'object']);
      const answer = await client.post(rest);
      expect([type, answer.status, answer.body.error?.code]).toEqual([type, 400, 100]);
    }
  });

  test('shows numbers, accounts and subscriptions as their schemas say', async () => {
    const { emulator, client } = await started();
    const [{ phoneNumberId, businessAccountId }] = emulator.senders;
    const shown = [
      [
        'PhoneNumberInfo',
        `${phoneNumberId}?fields=display_phone_number,verified_name,quality_rating,name_status`,
      ],
      ['WhatsAppBusinessAccount', businessAccountId],
      ['SubscribedAppsResponse', `${businessAccountId}/subscribed_apps`],
    ] as const;
    for (const [schema, path] of shown) {
      const { status, body } = await client.graph('GET', path);
      expect([path, status, meta.problems(schema, body)]).toEqual([path, 200, '']);
    }
  });

  test('takes and refuses marketing messages as their schema does', async () => {
    const { emulator, client } = await started();
    emulator.setAccount({ marketingMessagesApi: 'onboarded' });
    const template = { name: 'offer', language: { code: 'ko', policy: 'deterministic' } };
    const good = {
      ...{ messaging_product: 'whatsapp', recipient_type: 'individual', to: PERSON },
      ...{ type: 'template', template, product_policy: 'STRICT', message_activity_sharing: true },
    };
    const { template: _, ...withoutTemplate } = good;
    const bodies = [
      good,
      withoutTemplate,
      { ...good, template: { name: 'offer' } },
      { ...good, type: 'text' },
      { ...good, recipient_type: 'group' },
      { ...good, product_policy: 'LENIENT' },
      { ...good, message_activity_sharing: 'yes' },
      { ...good, messaging_product: 'messenger' },
      { ...good, unheard_of: 1 },
    ];
    for (const body of bodies) {
      const answer = await client.post(body, { endpoint: 'marketing_messages' });
      const isValid = meta.problems('MarketingMessageRequestPayload', body) === '';
      expect([body, answer.status]).toEqual([body, isValid ? 200 : 400]);
    }
    expect(emulator.messages(PERSON)).toHaveLength(1);
  });

  test('marks held messages with a status of the enumeration', async () => {
    const { emulator, client } = await started();
    emulator.script(PERSON, { do: 'hold' });
    const answer = await client.template(PERSON);
    expect(meta.problems('MessageStatus', answer.body.messages?.[0]?.message_status)).toBe('');
    expect(meta.problems('MessageStatus', 'made_up')).not.toBe('');
  });

  // Inbound messages are not compared: the description reuses the outbound message there, which no inbound matches.
  test('sends status webhooks that the webhook schema takes', async () => {
    const { emulator, client, receiver } = await started({ delivery: { batch: 10, flushMs: 50 } });
    emulator.script(PERSON, { do: 'read' }, { do: 'fail', code: 131026 });
    await client.template(PERSON, 'token');
    await client.template(PERSON, 'token');
    await emulator.idle();
    for (const { body } of receiver.posts) expect(meta.problems('WebhookPayload', body)).toBe('');
    expect(receiver.statuses()).toHaveLength(4);
  });

  test('refuses with the shape of a Graph error', () => {
    for (const code of [0, 100, 190, 131009, 131056, 132001, 999_999]) {
      expect(meta.problems('GraphAPIError', new GraphError({ code }).toBody())).toBe('');
    }
  });
});
