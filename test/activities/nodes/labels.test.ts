// What forms, palettes and lists show of the built-in types: complete in both languages, with nothing left to guess.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { nodeTypes } from '../../../activities/nodes/index.ts';
import { type ConfigSchema, describeNodeType } from '../../../src/journey/describe-node-type.ts';
import { fieldKinds } from '../../../src/journey/field-hints.ts';

interface Field {
  readonly path: string;
  readonly schema: ConfigSchema;
}

/** Fields at the top of a config, whichever of its forms they stand in. */
function topFields(schema: ConfigSchema, path: string): readonly Field[] {
  const forms = (schema.anyOf ?? schema.oneOf ?? []) as readonly ConfigSchema[];
  const own = Object.entries(schema.properties ?? {}).map(([name, field]) => ({
    path: `${path}.${name}`,
    schema: field as ConfigSchema,
  }));
  return [...own, ...forms.flatMap((form) => topFields(form, path))];
}

/** Every schema that stands anywhere in it. */
function all(schema: unknown, path: string): readonly Field[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const below = Object.entries(schema).flatMap(([name, inner]) => all(inner, `${path}/${name}`));
  return [{ path, schema: schema as ConfigSchema }, ...below];
}

const isBoth = (text: unknown) => {
  const { en = '', ko = '' } = (text ?? {}) as { readonly en?: string; readonly ko?: string };
  return en !== '' && ko !== '';
};

const answers = nodeTypes.map((type) => describeNodeType(type, { builtIn: true }));

describe('the built-in node types', () => {
  test('say in both languages what they are and what they are for, and have a picture', () => {
    const poor = answers.filter(({ title, help, icon }) => !isBoth(title) || !isBoth(help) || icon === null);
    expect(poor.map(({ type }) => type)).toEqual([]);
  });

  test('have a title in both languages for every field', () => {
    const fields = answers.flatMap(({ type, schema }) => topFields(schema, type));
    expect(fields.length).toBeGreaterThan(60);
    expect(fields.filter(({ schema }) => !isBoth(schema['x-title'])).map(({ path }) => path)).toEqual([]);
  });

  test('have help in both languages where they have some', () => {
    const described = answers
      .flatMap(({ type, schema }) => all(schema, type))
      .filter(({ schema }) => typeof schema.description === 'string');
    expect(described.filter(({ schema }) => !isBoth(schema['x-help'])).map(({ path }) => path)).toEqual([]);
  });

  test('say of every text with a form of its own what kind it is', () => {
    const formed = answers
      .flatMap(({ type, schema }) => all(schema, type))
      .filter(({ schema }) => ['duration', 'cel', 'liquid', 'date'].includes(String(schema.format)));
    expect(formed.filter(({ schema }) => schema['x-kind'] === undefined).map(({ path }) => path)).toEqual([]);
  });

  test('have an example that fits', () => {
    const without = answers.filter(({ example }) => example === null).map(({ type }) => type);
    expect(without).toEqual([]);
  });
});

test('the docs tell every kind of field, and no other', () => {
  const docs = readFileSync(new URL('../../../docs/node-kit.md', import.meta.url), 'utf8');
  const told = [...docs.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, kind]) => kind);
  expect(told).toEqual([...fieldKinds]);
});
