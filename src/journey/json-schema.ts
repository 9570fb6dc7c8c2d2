// The JSON Schema of journeys: what editors complete and check while a journey is written. Made from the zod schema
// and the node types, so it can't say anything else than they do. Pure; draft 7, which every editor reads.

import { z } from 'zod';
import type { AnyNodeType, Catalogue } from './catalogue.ts';
import { definitionSchema, nodeSchema } from './definition.ts';
import { durationPattern, nodeIdPattern, outcomePattern } from './fields.ts';
import { anyFailure, exhaustedOutcome } from './outcome-match.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Kinds of text that JSON Schema has no word for, or another meaning. */
const kinds: { readonly [format: string]: JsonSchema } = {
  duration: {
    pattern: durationPattern.source,
    description:
      'A duration: 30m, 24h, 7d, or ISO 8601 such as P1D. Days are calendar days in the zone of the person.',
  },
  cel: { description: 'CEL over `person`, `event`, `run`, `nodes` and `now`.' },
  liquid: { description: "Text with Liquid variables: {{ person.firstName | default: 'there' }}." },
};

const node = { $ref: '#/definitions/nodeId' };

/** The schema of journeys whose nodes are of these types. */
function createJsonSchema(catalogue: Catalogue): JsonSchema {
  const types = [...catalogue.values()];
  const { properties, ...whole } = toJsonSchema(definitionSchema);
  const { start, nodes } = properties as { readonly [field: string]: JsonSchema };
  return {
    title: 'Journey',
    ...whole,
    properties: {
      ...properties,
      start: described(node, start?.description),
      nodes: {
        ...nodes,
        propertyNames: node,
        additionalProperties: { $ref: '#/definitions/node' },
      },
    },
    definitions: {
      nodeId: {
        type: 'string',
        pattern: nodeIdPattern.source,
        description: 'Id of a node.',
      },
      node: toNode(types),
      ...Object.fromEntries(types.map((type) => [toName('with', type), toConfig(type)])),
      ...Object.fromEntries(types.map((type) => [toName('next', type), toNext(type)])),
    },
  };
}

/** The schema's file, `schemas/journey.v1.json`. */
export function renderJsonSchema(catalogue: Catalogue): string {
  return `${JSON.stringify(createJsonSchema(catalogue), undefined, 2)}\n`;
}

/** A zod schema as editors read it: kinds of text that JSON Schema has no word for are described. */
export function toJsonSchema(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    override: ({ jsonSchema }) => {
      for (const hint of Object.keys(jsonSchema).filter(isHint)) delete jsonSchema[hint];
      const kind = jsonSchema.format === undefined ? undefined : kinds[jsonSchema.format];
      if (kind === undefined) return;
      delete jsonSchema.format;
      Object.assign(jsonSchema, { ...kind, ...jsonSchema }, joinDescriptions(jsonSchema, kind));
    },
  });
}

/** Hints for forms; an editor of text has no use for them, and strict validators refuse what they don't know. */
function isHint(keyword: string): boolean {
  return keyword.startsWith('x-');
}

function joinDescriptions(own: JsonSchema, kind: JsonSchema): JsonSchema {
  return own.description === undefined || own.description === kind.description
    ? {}
    : { description: `${own.description} ${kind.description}` };
}

/** A node: its type first, then config and edges as the type has them. */
function toNode(types: readonly AnyNodeType[]): JsonSchema {
  const { $schema: _draft, properties, ...rest } = toJsonSchema(nodeSchema);
  return {
    ...rest,
    properties: {
      ...properties,
      type: {
        description: 'The kind of step.',
        type: 'string',
        oneOf: types.map(({ type, title }) => ({ const: type, description: title.en })),
      },
      with: { type: 'object', description: 'The configuration, as the type has it.' },
      next: { description: 'Where the run goes on: one node for all outcomes, or one for each.' },
    },
    // biome-ignore lint/suspicious/noThenProperty: it is a word of JSON Schema
    allOf: types.map((type) => ({ if: isOfType(type), then: toShape(type) })),
  };
}

/** Config that is written for an older version has that version's form: nothing is said about it. */
function isOfType({ type, version }: AnyNodeType): JsonSchema {
  const current = { properties: { type: { const: type } }, required: ['type'] };
  if (version === 1) return current;
  return { ...current, not: { properties: { version: { maximum: version - 1 } }, required: ['version'] } };
}

function toShape(type: AnyNodeType): JsonSchema {
  const needsConfig = !type.config.safeParse({}).success;
  return {
    properties: {
      with: { $ref: `#/definitions/${toName('with', type)}` },
      next: type.terminal === true ? false : { $ref: `#/definitions/${toName('next', type)}` },
    },
    ...(needsConfig ? { required: ['with'] } : {}),
  };
}

function toConfig(type: AnyNodeType): JsonSchema {
  const { $schema: _draft, ...config } = toJsonSchema(type.config);
  return { title: type.title.en, ...config };
}

/** Edges by outcome. Where the author chooses the words, any word may stand. */
function toNext({ words, title }: AnyNodeType): JsonSchema {
  const byOutcome: JsonSchema =
    words === undefined
      ? { propertyNames: { pattern: `${outcomePattern.source}|^\\*$` }, additionalProperties: node }
      : { properties: toEdges(words), additionalProperties: false };
  return {
    description: `Where the run goes on after "${title.en}": one node for all outcomes, or one for each.`,
    anyOf: [node, { type: 'object', minProperties: 1, ...byOutcome }],
  };
}

function toEdges(words: readonly string[]): { readonly [outcome: string]: JsonSchema } {
  const groups = words.filter((word) => word.includes('.')).map((word) => word.slice(0, word.indexOf('.')));
  const edges: [string, string][] = [
    ...words.map((word): [string, string] => [word, `Outcome ${word}.`]),
    ...[...new Set(groups)].map((group): [string, string] => [group, `Every outcome ${group}.*.`]),
    [exhaustedOutcome, 'The node was visited more often than `maxVisits`.'],
    [anyFailure, 'Every failure without an edge of its own, but neither `unresolved` nor `exhausted`.'],
  ];
  return Object.fromEntries(edges.map(([word, description]) => [word, described(node, description)]));
}

/** Draft 7 ignores what stands beside a reference. */
function described(schema: JsonSchema, description = ''): JsonSchema {
  return { allOf: [schema], description };
}

function toName(part: 'with' | 'next', { type }: AnyNodeType): string {
  return `${part}.${type}`;
}
