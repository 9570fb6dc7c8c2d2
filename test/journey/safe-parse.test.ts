import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { catalogue } from '../../activities/nodes/index.ts';
import { definitionSchema } from '../../src/journey/definition.ts';
import { safeParse } from '../../src/journey/safe-parse.ts';

const folder = new URL('../../src/gallery/', import.meta.url);
const journeys = readdirSync(folder)
  .filter((file) => /^[a-z-]+\.json$/.test(file) && file !== 'templates.json')
  .map((file): unknown => JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
const nodes = journeys.flatMap((journey) => Object.values(definitionSchema.parse(journey).nodes));

/** The same verdict, and the same output down to the order of its fields; undefined is told from absent. */
function expectSame(schema: z.ZodType, value: unknown): void {
  const [ours, zods] = [safeParse(schema, value), schema.safeParse(value)];
  expect(ours.success).toBe(zods.success);
  expect(ours.data).toStrictEqual(zods.data);
  expect(JSON.stringify(ours.data)).toBe(JSON.stringify(zods.data));
  expect(ours.error?.issues).toEqual(zods.error?.issues);
}

/** The value with something else at one of its places, or a field more or less. */
function change(value: unknown, [where, how, other]: readonly [number, number, unknown]): unknown {
  if (typeof value !== 'object' || value === null) return other;
  const entries = Object.entries(value);
  const at = where % (entries.length + 1);
  const [key, member] = entries[at] ?? [`x${where}`, undefined];
  const rest = entries.filter(([name]) => name !== key);
  const changed: [string, unknown][] =
    how === 0 ? rest : how === 1 ? [...rest, [key, member ?? other]] : [...entries];
  if (how > 1) changed[at] = [key, change(member, [Math.floor(where / 7), how - 1, other])];
  if (Array.isArray(value)) return changed.map(([, item]) => item);
  return Object.fromEntries(changed);
}

const step = fc.tuple(fc.nat({ max: 1_000_000 }), fc.nat({ max: 5 }), fc.anything({ maxDepth: 2 }));
const steps = fc.array(step, { maxLength: 3 });

describe('safeParse, next to zod', () => {
  it('reads every journey of the gallery and every config of their nodes alike', () => {
    for (const journey of journeys) expectSame(definitionSchema, journey);
    for (const node of nodes) expectSame(configOf(node.type), node.with ?? {});
  });

  it('takes a schema that holds itself', () => {
    const group = z.strictObject({
      all: z.string().optional(),
      get any() {
        return z.array(group).optional();
      },
    });
    const schema: z.ZodType = group;
    expectSame(schema, { any: [{ all: 'a' }, { any: [{ all: 'b' }] }] });
    expectSame(schema, { any: [{ any: [{ every: 'c' }] }] });
  });

  it('says the same of journeys that were changed at random', () => {
    fc.assert(
      fc.property(fc.constantFrom(...journeys), steps, (journey, changes) => {
        expectSame(definitionSchema, changes.reduce(change, journey));
      }),
    );
  });

  it('says the same of configs that were changed at random, for every node type', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...nodes),
        fc.constantFrom(...catalogue.keys()),
        steps,
        (node, type, changes) => {
          const config = changes.reduce(change, node.with ?? {});
          expectSame(configOf(node.type), config);
          expectSame(configOf(type), config);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('says the same of any schema and any value that nearly fits it', () => {
    fc.assert(
      fc.property(drawn, steps, ({ schema, value }, changes) => {
        expectSame(schema, value);
        expectSame(schema, changes.reduce(change, value));
      }),
      { numRuns: 500 },
    );
  });

  it.each<[string, z.ZodType, unknown]>([
    ['a field that is said to be undefined', z.strictObject({ a: z.unknown().optional() }), { a: undefined }],
    ['a text that its checks change', z.string().trim().max(2), ' ab '],
    [
      'a dangerous key among others',
      z.record(z.string(), z.array(z.null())),
      JSON.parse('{"__proto__": [null]}'),
    ],
    ['a dangerous key among anything', z.record(z.string(), z.unknown()), JSON.parse('{"__proto__": {}}')],
    [
      'a dangerous key beside fields',
      z.strictObject({ a: z.number() }),
      JSON.parse('{"__proto__": 1, "a": 2}'),
    ],
    ['an object that inherits its fields', z.strictObject({ a: z.number() }), Object.create({ a: 1 })],
    ['a list with nothing in it', z.array(z.number().optional()), [1, undefined]],
  ])('says the same of %s', (_title, schema, value) => {
    expectSame(schema, value);
  });

  it('takes what zod would copy unchanged as it is', () => {
    const held = { any: { thing: [1] } };
    expect(safeParse(z.record(z.string(), z.unknown()), held).data).toBe(held);
  });
});

function configOf(type: string): z.ZodType {
  return catalogue.get(type)?.config ?? z.never();
}

interface Drawn {
  readonly schema: z.ZodType;
  readonly value: unknown;
}

const leaf: fc.Arbitrary<Drawn> = fc.oneof(
  fc.string().map((value) => ({ schema: z.string(), value })),
  fc.string().map((value) => ({ schema: z.string().trim().min(2).max(5), value })),
  fc.string({ maxLength: 3 }).map((value) => ({ schema: z.string().regex(/^[a-z!]*$/g), value })),
  fc.integer().map((value) => ({ schema: z.int().min(-9), value })),
  fc.double().map((value) => ({ schema: z.number(), value })),
  fc.boolean().map((value) => ({ schema: z.boolean(), value })),
  fc.anything().map((value) => ({ schema: z.unknown(), value })),
  fc.constantFrom('a', 'b', 'c').map((value) => ({ schema: z.enum(['a', 'b']), value })),
  fc.constantFrom(1, 2, null).map((value) => ({ schema: z.literal([1, null]), value })),
  fc.webUrl().map((value) => ({ schema: z.url(), value })),
  fc.string().map((value) => ({ schema: z.coerce.string(), value })),
  fc.string().map((value) => ({ schema: z.string().transform((text) => text.length), value })),
);

const { drawn } = fc.letrec<{ drawn: Drawn }>((tie) => ({
  drawn: fc.oneof(
    { maxDepth: 4, depthSize: 'medium' },
    leaf,
    tie('drawn').map(({ schema, value }) => ({ schema: schema.optional(), value })),
    tie('drawn').map(({ schema, value }) => ({ schema: schema.default(value), value })),
    tie('drawn').map(({ schema, value }) => ({ schema: schema.nullable(), value })),
    fc.array(tie('drawn'), { minLength: 1, maxLength: 3 }).map((all) => ({
      schema: z.union(all.map(({ schema }) => schema)),
      value: all.at(-1)?.value,
    })),
    fc.tuple(tie('drawn'), fc.nat({ max: 3 })).map(([{ schema, value }, count]) => ({
      schema: z.array(schema).max(2),
      value: Array.from({ length: count }, () => value),
    })),
    fc.dictionary(fc.string({ maxLength: 3 }), tie('drawn'), { maxKeys: 3 }).map((fields) => ({
      schema: z.strictObject(mapValues(fields, ({ schema }) => schema)),
      value: mapValues(fields, ({ value }) => value),
    })),
    fc.tuple(tie('drawn'), fc.array(fc.string({ maxLength: 3 }), { maxLength: 3 })).map(([member, keys]) => ({
      schema: z.record(z.string().max(2), member.schema),
      value: Object.fromEntries(keys.map((key) => [key, member.value])),
    })),
    tie('drawn').map(({ schema, value }) => ({
      schema: z.object({ a: schema, b: schema.optional() }).refine((found) => Object.keys(found).length < 3),
      value: { a: value, c: value },
    })),
  ),
}));

function mapValues<From, To>(from: Record<string, From>, map: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(from).map(([key, value]) => [key, map(value)]));
}
