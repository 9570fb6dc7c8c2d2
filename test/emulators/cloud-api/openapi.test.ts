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
