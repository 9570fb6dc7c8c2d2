// Holds the emulator against Meta's own OpenAPI description, which is not part of this project: set META_OPENAPI
// to its path, or put it where the session's shared folder has it. Without it the tests are skipped (CI: failed).

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { GraphError } from '../../../src/emulators/cloud-api/graph-error.ts';
import { started } from '../started.ts';

interface Operation {
  readonly requestBody: {
    readonly content: Record<string, { readonly examples: Record<string, { readonly value: Body }> }>;
  };
}
type Body = Record<string, unknown>;
interface OpenApi {
  readonly paths: Record<string, { readonly post: Operation }>;
  readonly components: {
    readonly schemas: Record<
      string,
      { readonly discriminator?: { readonly mapping: Record<string, string> } }
    >;
  };
}

const PERSON = '+16505551234';
const root = path.resolve(import.meta.dirname, '../../..');
const file = process.env.META_OPENAPI ?? path.resolve(root, '../shared/facts/meta-openapi-v23.yaml');
const isThere = existsSync(file);
if (!isThere && process.env.CI !== 'true') {
  console.warn("Skipped: Meta's OpenAPI description is not here; set META_OPENAPI to its path.");
}

function read(): {
  api: OpenApi;
  examples: [string, Body][];
  isValid: (schema: string, value: unknown) => string;
} {
  const api = parse(readFileSync(file, 'utf8')) as OpenApi;
  const operation = api.paths['/{Version}/{Phone-Number-ID}/messages']?.post;
  const examples = Object.entries(operation?.requestBody.content['application/json']?.examples ?? {});
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema({ $id: 'meta', components: api.components });
  return {
    api,
    examples: examples.map(([name, { value }]) => [name, withPerson(value)]),
    isValid: (schema, value) => {
      const validate = ajv.compile({ $ref: `meta#/components/schemas/${schema}` });
      return validate(value) ? '' : ajv.errorsText(validate.errors);
    },
  };
}

/** The examples are a Postman collection's: the number is a placeholder. */
function withPerson(body: Body): Body {
  return String(body.to).startsWith('{{') ? { ...body, to: PERSON } : body;
}

test("Meta's OpenAPI description is there, or this is not CI", () => {
  expect(
    isThere || process.env.CI !== 'true',
    'CI=true needs META_OPENAPI, or these tests prove nothing',
  ).toBe(true);
});

// Meta's OpenAPI description is not part of this project and a fresh clone may lack it.
describe.skipIf(!isThere)("the emulator against Meta's OpenAPI", () => {
  test('accepts every request example and answers as the response schema says', async () => {
    const { examples, isValid } = read();
    const { client } = await started();
    expect(examples.length).toBeGreaterThanOrEqual(50);
    for (const [name, body] of examples) {
      const answer = await client.post(body);
      expect([name, answer.status, answer.text]).toEqual([name, 200, expect.any(String)]);
      expect([name, isValid('MessageResponsePayload', answer.body)]).toEqual([name, '']);
      const isReceipt = body.status === 'read';
      expect([name, isReceipt || answer.body.messages?.length === 1]).toEqual([name, true]);
    }
  });

  test('knows every message type and wants its content', async () => {
    const { api, examples } = read();
    const { client } = await started();
    const types = Object.keys(api.components.schemas.Message?.discriminator?.mapping ?? {});
    expect(types).toContain('template');
    for (const type of types) {
      const example = examples.find(([, body]) => body.type === type)?.[1] ?? {};
      const { [type]: content, ...rest }: Body = { type, ...example };
      expect([type, typeof content]).toEqual([type, 'object']);
      const answer = await client.post(rest);
      expect([type, answer.status, answer.body.error?.code]).toEqual([type, 400, 100]);
    }
  });

  test('marks held messages with a status of the enumeration', async () => {
    const { isValid } = read();
    const { emulator, client } = await started();
    emulator.script(PERSON, { do: 'hold' });
    const answer = await client.template(PERSON);
    expect(isValid('MessageStatus', answer.body.messages?.[0]?.message_status)).toBe('');
    expect(isValid('MessageStatus', 'made_up')).not.toBe('');
  });

  // Inbound messages are not compared: the description reuses the outbound message there, which no inbound matches.
  test('sends status webhooks that the webhook schema takes', async () => {
    const { isValid } = read();
    const { emulator, client, receiver } = await started({ delivery: { batch: 10, flushMs: 50 } });
    emulator.script(PERSON, { do: 'read' }, { do: 'fail', code: 131026 });
    await client.template(PERSON, 'token');
    await client.template(PERSON, 'token');
    await emulator.idle();
    for (const { body } of receiver.posts) expect(isValid('WebhookPayload', body)).toBe('');
    expect(receiver.statuses()).toHaveLength(4);
  });

  test('refuses with the shape of a Graph error', () => {
    const { isValid } = read();
    for (const code of [0, 100, 190, 131009, 131056, 132001, 999_999]) {
      expect(isValid('GraphAPIError', new GraphError({ code }).toBody())).toBe('');
    }
  });
});
