// A node type as data: what a form, a palette and a list need to offer it without its code. The schema keeps the hints
// of its fields (`format`, `x-kind`, `x-title`, `x-help`; docs/node-kit.md). Pure.

import { z } from 'zod';
import type { AnyNodeType, LocalizedText } from './catalogue.ts';
import { findExample } from './example-config.ts';

/** JSON Schema, 2020-12. */
export type ConfigSchema = z.core.JSONSchema.BaseSchema;

export interface NodeTypeAnswer {
  readonly type: string;
  readonly version: number;
  readonly title: LocalizedText;
  /** What it is for, in a sentence or two. */
  readonly help: LocalizedText | null;
  /** Name of a Lucide icon. */
  readonly icon: string | null;
  /** It comes with Jornada; else a project brings it. */
  readonly builtIn: boolean;
  /** Of `with`. */
  readonly schema: ConfigSchema;
  /** A config that fits, with what is required and little else; null where the schema doesn't tell its rules. */
  readonly example: unknown;
  /** All outcomes that any config can give; null where the author chooses the words. */
  readonly words: readonly string[] | null;
  /** Nothing follows it. */
  readonly terminal: boolean;
  /** A run may rest here. */
  readonly waits: boolean;
  /** A remark: it needs no edges. */
  readonly annotation: boolean;
  /** Where its messages go; null where it sends none. */
  readonly channel: string | null;
  /** Its texts may read `secrets.NAME`. */
  readonly readsSecrets: boolean;
}

export function describeNodeType(
  type: AnyNodeType,
  { builtIn = false }: { readonly builtIn?: boolean } = {},
): NodeTypeAnswer {
  const schema = toConfigSchema(type.config);
  return {
    type: type.type,
    version: type.version,
    title: type.title,
    help: type.help ?? null,
    icon: type.icon ?? null,
    builtIn,
    schema,
    example: findExample(schema, type) ?? null,
    words: type.words ?? null,
    terminal: type.terminal === true,
    waits: type.waits,
    annotation: type.annotation === true,
    channel: type.channel ?? null,
    readsSecrets: type.readsSecrets === true,
  };
}

/** Of what people write, in `with` or in the journey around it, with the hints of its fields: defaults need not be given. */
export function toConfigSchema(config: z.ZodType): ConfigSchema {
  const { $schema: _draft, ...schema } = z.toJSONSchema(config, { io: 'input', unrepresentable: 'any' });
  return schema as ConfigSchema;
}
