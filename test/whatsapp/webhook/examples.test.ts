// Every webhook example of Meta's OpenAPI is taken and counted right, and nothing that mutation can make of them throws.

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { splitWebhook } from '../../../src/whatsapp/webhook/split-webhook.ts';
import { findMetaFacts } from '../meta-facts.ts';
import { envelope, inbound, status } from './webhook-values.ts';

const path = findMetaFacts('META_OPENAPI', '../shared/facts/meta-openapi-v23.yaml');

const examplesShape = z.looseObject({
  paths: z.looseObject({
    '/whatsapp/webhooks': z.looseObject({
      post: z.looseObject({
        requestBody: z.looseObject({
          content: z.looseObject({
            'application/json': z.looseObject({
              examples: z.record(z.string(), z.looseObject({ value: z.unknown() })),
            }),
          }),
        }),
      }),
    }),
  }),
});

function readExamples(file: string): { readonly [name: string]: { readonly value: unknown } } {
  const { paths } = examplesShape.parse(parse(readFileSync(file, 'utf8')));
  return paths['/whatsapp/webhooks'].post.requestBody.content['application/json'].examples;
}

/** What each example splits into. */
const expected: { readonly [name: string]: object } = {
  'Text Message': { kind: 'inbound', type: 'text', text: 'Does it come in another color?' },
  'Text Message with Context (Product Inquiry)': { product: { productId: 'di9ozbzfi4' } },
  'Text Message from Click to WhatsApp Ad': {
    referral: { sourceType: 'ad', sourceId: '120226305854810726' },
  },
  'Reaction Message': { type: 'reaction', reaction: { emoji: '👍' } },
  'Image Message': { type: 'image', text: 'Taj Mahal', media: { id: '1003383421387256' } },
  'Location Message': { location: { name: 'Philz Coffee' } },
  'Contact Sharing Message': { contacts: { phones: ['19835552319'] } },
  'Unsupported Message': { type: 'unsupported', unsupported: { code: '131051' } },
  'Button Message': { button: { payload: 'Unsubscribe', text: 'Unsubscribe' } },
  'Interactive List Reply Message': { button: { payload: 'priority_express' } },
  'Interactive Button Reply Message': { button: { payload: 'cancel-button', text: 'Cancel' } },
  'Order Message': { order: { items: [{ productId: 'di9ozbzfi4' }, { productId: 'nqryix03ez' }] } },
  'System Message': { kind: 'identity', from: { phone: '+16505551234' }, to: { phone: '+12195555358' } },
  'Group Create Message': { kind: 'ignored', field: 'group_lifecycle_update' },
  'Group Settings Update': { kind: 'ignored', field: 'group_settings_update' },
  'Group Remove Participants': { kind: 'ignored', field: 'group_participants_update' },
};

// Without Meta's description there is nothing to compare with.
describe.skipIf(path === undefined)('Meta’s examples', () => {
  const examples = path === undefined ? {} : readExamples(path);

  test('are sixteen, and each is known here', () => {
    expect(Object.keys(examples).sort()).toEqual(Object.keys(expected).sort());
  });

  test.each(Object.keys(expected))('%s is taken', (name) => {
    const { items, ignored } = splitWebhook(examples[name]?.value);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject(expected[name] ?? {});
    expect(ignored).toBe(items[0]?.kind === 'ignored' ? 1 : 0);
  });

  test('never make it throw, whatever is put in place of any part of them', () => {
    const bodies = Object.values(examples).map(({ value }) => value);
    expectNoThrow(fc.constantFrom(...bodies));
  });
});

const statuses = ['sent', 'delivered', 'read', 'failed'].map((word) =>
  status({
    status: word,
    errors: [{ code: 131049, title: 'x', error_data: { details: 'y' } }],
    pricing: { category: 'marketing', type: 'regular' },
  }),
);
const contacts = [{ profile: { name: 'x' }, wa_id: '821012345678', user_id: 'KR.1' }];
const updates = [{ user_id: { previous: 'KR.1', current: 'KR.2' }, timestamp: '1750000000' }];
const own = [
  envelope({ statuses, contacts }),
  envelope({
    messages: [inbound({ type: 'system', system: { type: 'user_changed_user_id', user_id: 'KR.2' } })],
  }),
  envelope({ user_id_update: updates }, 'user_id_update'),
  envelope({ calls: [{ id: 'c', from: '821012345678', event: 'connect', timestamp: 1 }] }, 'calls'),
];

test('our own odd webhooks never make it throw either', () => {
  expectNoThrow(fc.constantFrom<unknown>(...own));
});

test('a batch of a thousand updates is split in one go, one item each', () => {
  const many = Array.from({ length: 1_000 }, (_, index) => status({ id: `wamid.${index}` }));
  const { items, ignored } = splitWebhook(envelope({ statuses: many }));
  expect(new Set(items.map(({ key }) => key)).size).toBe(1_000);
  expect(ignored).toBe(0);
});

const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    0,
    -1,
    true,
    [],
    {},
    'x'.repeat(10_000),
    '\0',
    '\ud800',
    Number.MAX_VALUE,
  ),
  fc.jsonValue(),
);

function expectNoThrow(bodies: fc.Arbitrary<unknown>): void {
  fc.assert(
    fc.property(bodies, fc.nat(), odd, fc.boolean(), (body, place, value, drop) => {
      const mutated = mutate(body, place, drop ? undefined : value);
      const { items, ignored } = splitWebhook(mutated);
      expect(ignored).toBe(items.filter(({ kind }) => kind === 'ignored').length);
      for (const item of items) expect(item.kind === 'ignored' || item.key.length > 0).toBe(true);
    }),
    { numRuns: 3_000 },
  );
}

/** The same with one of its parts replaced, or removed where there is nothing to replace it. */
function mutate(body: unknown, place: number, value: unknown): unknown {
  const copy = structuredClone({ body });
  const spots: { holder: Record<string, unknown>; key: string }[] = [];
  const visit = (holder: object) => {
    for (const [key, inner] of Object.entries(holder)) {
      spots.push({ holder: holder as Record<string, unknown>, key });
      if (typeof inner === 'object' && inner !== null) visit(inner);
    }
  };
  visit(copy);
  const spot = spots[place % spots.length];
  if (spot !== undefined) {
    if (value === undefined) delete spot.holder[spot.key];
    else spot.holder[spot.key] = value;
  }
  return copy.body;
}
