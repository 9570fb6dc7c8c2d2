// The emulator and Meta's description look at the same wrong bodies: every single mistake in each request example, and
// several at once. What the description refuses, the emulator has to refuse. Where the emulator is stricter, that is
// one of the ways listed here.

import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { GraphError } from '../../../src/emulators/cloud-api/graph-error.ts';
import { parseMessage } from '../../../src/emulators/cloud-api/messages/parse-message.ts';
import { createMetaCheck } from './meta-message.ts';
import { isMetaHere, MetaOpenApi } from './meta-openapi.ts';
import { type Body, listMutations, type Mutation } from './mutations.ts';

interface Stricter {
  readonly than: string;
  readonly covers: (mutation: Mutation) => boolean;
}

const lastOf = ({ path }: Mutation) => String(path.at(-1));
const isOneOf = (mutation: Mutation, names: string) => names.split(' ').includes(lastOf(mutation));

/** Each is the server's behaviour or its documentation's, where the description says nothing. */
const STRICTER: readonly Stricter[] = [
  { than: 'objects that are left open', covers: ({ kind }) => kind === 'add-key' },
  { than: 'any product', covers: (mutation) => lastOf(mutation) === 'messaging_product' },
  { than: 'any text as number or link', covers: (mutation) => isOneOf(mutation, 'to link') },
  { than: 'empty words and lists', covers: ({ kind }) => kind === 'empty' },
  {
    than: 'texts without a length',
    covers: (mutation) => mutation.kind === 'too-long' && isOneOf(mutation, 'body caption filename name'),
  },
  {
    than: 'captions and orders of any type',
    covers: (mutation) =>
      mutation.kind === 'retype' && isOneOf(mutation, 'caption filename currency order status reference_id'),
  },
  {
    than: 'messages without what makes them one',
    covers: (mutation) =>
      mutation.kind === 'remove' &&
      isOneOf(mutation, 'body text message_id emoji latitude longitude name formatted_name'),
  },
  {
    than: 'an interactive message of one type with the parts of another',
    covers: (mutation) =>
      mutation.kind === 'remove' &&
      mutation.path.includes('interactive') &&
      isOneOf(
        mutation,
        'header image rows title sections product_items product_retailer_id order status currency reference_id',
      ),
  },
];

// Meta's OpenAPI description is not part of this project and a fresh clone may lack it.
describe.skipIf(!isMetaHere)('a wrong body', () => {
  let meetsDescription: (body: Body) => boolean;
  let examples: readonly Body[];
  beforeAll(() => {
    const meta = new MetaOpenApi();
    meetsDescription = createMetaCheck(meta.schemas());
    // Read receipts have no schema in the description.
    examples = meta.examples().flatMap(([, body]) => ('status' in body ? [] : [body]));
  });

  test('with one mistake is refused by both or accepted by both, but for the listed ways of being stricter', () => {
    const used = new Set<string>();
    const surprises: string[] = [];
    const seen = { refused: 0, accepted: 0 };
    for (const example of examples) {
      expect([meetsDescription(example), isAccepted(example)]).toEqual([true, true]);
      for (const mutation of listMutations(example)) {
        const body = mutate(example, [mutation]);
        const [theirs, ours] = [meetsDescription(body), isAccepted(body)];
        if (theirs === ours) {
          seen[ours ? 'accepted' : 'refused'] += 1;
          continue;
        }
        const reason = ours ? undefined : STRICTER.find(({ covers }) => covers(mutation));
        if (reason === undefined) surprises.push(`${mutation.kind} ${mutation.path.join('.')}`);
        else used.add(reason.than);
      }
    }
    expect(surprises).toEqual([]);
    expect(STRICTER.filter(({ than }) => !used.has(than))).toEqual([]);
    expect(seen.refused).toBeGreaterThan(4_000);
    expect(seen.accepted).toBeGreaterThan(1_000);
  });

  test('with several mistakes is refused by the emulator whenever the description refuses it', () => {
    const picks = fc.array(fc.nat(), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(fc.nat(), picks, (which, numbers) => {
        const example = examples[which % examples.length] ?? {};
        const mutations: Mutation[] = [];
        for (const number of numbers) {
          const possible = listMutations(mutate(example, mutations));
          const next = possible[number % possible.length];
          if (next !== undefined) mutations.push(next);
        }
        const body = mutate(example, mutations);
        expect([meetsDescription(body) || !isAccepted(body), body]).toEqual([true, body]);
      }),
      { numRuns: 1_000 },
    );
  });
});

function mutate(body: Body, mutations: readonly Mutation[]): Body {
  return mutations.reduce((mutated, mutation) => mutation.apply(mutated), body);
}

/** Anything but a Graph error is the emulator's bug. */
function isAccepted(body: Body): boolean {
  try {
    parseMessage(body);
    return true;
  } catch (error) {
    if (error instanceof GraphError) return false;
    throw error;
  }
}
