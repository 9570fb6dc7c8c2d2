// What answers are made of, and their types: an answer's zod schema is the one place that tells its shape, for routes,
// which make it, for clients, which may import its type and nothing else, and for the OpenAPI document.

import { z } from 'zod';
import type { LocalizedText } from '../../journey/catalogue.ts';
import type { Definition } from '../../journey/definition.ts';

/** What a schema describes. Nobody changes an answer. */
export type Answer<Schema extends z.ZodType> = Frozen<z.output<Schema>>;

/** A journey stays as its own schema has it: what comes as one is used as one. */
type Frozen<Value> = Value extends Definition
  ? Value
  : Value extends object
    ? { readonly [Key in keyof Value]: Frozen<Value[Key]> }
    : Value;

/** An object that is told of elsewhere, and not looked into. */
export function opaque<Value extends object>(description: string) {
  return z
    .custom<Value>((value) => typeof value === 'object' && value !== null)
    .meta({ type: 'object', description });
}

/** ISO 8601, UTC. */
export const instant = z.iso.datetime();

/** How many there are. */
export const count = z.int().nonnegative();

export const localizedText = z
  .object({ en: z.string(), ko: z.string() })
  .meta({ id: 'LocalizedText' }) satisfies z.ZodType<LocalizedText>;

/** Of a 204. */
export const noContent = z.undefined().describe('Done');

/** `next` of a page. */
export const nextPage = z
  .string()
  .exactOptional()
  .describe('Give it as `cursor` for the next page; absent on the last.');
