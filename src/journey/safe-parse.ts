// Zod's `safeParse` for large documents that are nearly always right: the schema is read once, and what fits is taken in
// one walk without zod's record of each step. Says the same as zod: what does not fit, and any schema or value that is
// not of the usual kinds, zod itself judges. Pure.

import type { z } from 'zod';

type Schema = z.core.$ZodType;
/** What zod makes of a value, or `unfit` where it refuses it. */
type Read = (value: unknown) => unknown;
type Plain = { readonly [key: string]: unknown };

const unfit = Symbol('unfit');
const synchronous = { async: false };
const readers = new WeakMap<Schema, Read>();

/** What `schema.safeParse(value)` gives. Parts that zod would copy unchanged may be those of `value` itself. */
export function safeParse<Output>(schema: z.ZodType<Output>, value: unknown): z.ZodSafeParseResult<Output> {
  const data = readerOf(schema)(value);
  return data === unfit ? schema.safeParse(value) : { success: true, data: data as Output };
}

function readerOf(schema: Schema): Read {
  const known = readers.get(schema);
  if (known !== undefined) return known;
  // A schema that holds itself is zod's inside.
  readers.set(schema, byZod(schema));
  const reader = checked(schema, createReader(schema));
  readers.set(schema, reader);
  return reader;
}

function createReader(schema: Schema): Read {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  // A format such as `z.url()` is schema and check in one.
  if (schema._zod.traits.has('$ZodCheck')) return byZod(schema);
  switch (def.type) {
    case 'unknown':
      return (value) => value;
    case 'string':
      return def.coerce === true ? byZod(schema) : (value) => (typeof value === 'string' ? value : unfit);
    case 'boolean':
      return def.coerce === true ? byZod(schema) : (value) => (typeof value === 'boolean' ? value : unfit);
    case 'enum':
    case 'literal':
      return byValues(schema);
    case 'optional':
    case 'default':
      return byInner(schema, def.innerType);
    case 'array':
      return byElements(def.element);
    case 'union':
      return byOptions(schema, def);
    case 'object':
      return byFields(schema, def);
    case 'record':
      return byMembers(schema, def);
    default:
      return byZod(schema);
  }
}

/** Zod's own judgement of this part. */
function byZod({ _zod }: Schema): Read {
  return (value) => {
    const result = _zod.run({ value, issues: [] }, synchronous);
    return result instanceof Promise || result.issues.length > 0 ? unfit : result.value;
  };
}

/** The checks behind a type, such as lengths and refinements, are zod's own; they may change the value. */
function checked(schema: Schema, read: Read): Read {
  const { checks = [] } = schema._zod.def;
  if (checks.length === 0 || schema._zod.traits.has('$ZodCheck')) return read;
  return (value) => {
    const found = read(value);
    if (found === unfit) return unfit;
    // What the type has taken is what its checks take.
    const payload: z.core.ParsePayload<never> = { value: found as never, issues: [] };
    for (const { _zod } of checks) {
      if (_zod.def.when !== undefined && !_zod.def.when(payload)) continue;
      if (_zod.check(payload) instanceof Promise || payload.issues.length > 0) return unfit;
    }
    return payload.value;
  };
}

function byValues({ _zod }: Schema): Read {
  const values: ReadonlySet<unknown> = _zod.values ?? new Set();
  return (value) => (values.has(value) ? value : unfit);
}

function byInner(schema: Schema, innerType: Schema): Read {
  const [whole, inner] = [byZod(schema), readerOf(innerType)];
  return (value) => (value === undefined ? whole(value) : inner(value));
}

function byElements(element: Schema): Read {
  const read = readerOf(element);
  return (value) => {
    if (!Array.isArray(value)) return unfit;
    const items: unknown[] = value.slice();
    for (let index = 0; index < items.length; index += 1) {
      items[index] = read(items[index]);
      if (items[index] === unfit) return unfit;
    }
    return items;
  };
}

/** The first that fits. */
function byOptions(schema: Schema, def: z.core.$ZodUnionDef): Read {
  if (def.inclusive === false || 'discriminator' in def) return byZod(schema);
  const options = def.options.map(readerOf);
  return (value) => {
    for (const read of options) {
      const found = read(value);
      if (found !== unfit) return found;
    }
    return unfit;
  };
}

interface Field {
  readonly key: string;
  readonly read: Read;
  /** What stands for it where it is absent: `unfit` where it must not be, undefined where nothing. */
  readonly absent: () => unknown;
}

/** Strict objects; the fields come in the order of the schema. */
function byFields(schema: Schema, { shape, catchall }: z.core.$ZodObjectDef): Read {
  const whole = byZod(schema);
  if (catchall?._zod.def.type !== 'never') return whole;
  const fields = Object.entries(shape).map(([key, field]): Field => {
    return { key, read: readerOf(field), absent: absenceOf(field) };
  });
  return (value) => {
    if (!isPlain(value)) return whole(value);
    const object: Record<string, unknown> = {};
    let count = 0;
    for (const { key, read, absent } of fields) {
      const given = value[key];
      const found = given === undefined ? absent() : read(given);
      if (found === unfit) return unfit;
      if (given !== undefined) count += 1;
      if (given !== undefined || found !== undefined) object[key] = found;
    }
    // What is left over is unknown, or said to be undefined.
    for (const _ in value) count -= 1;
    return count === 0 ? object : whole(value);
  };
}

function absenceOf(field: Schema): Field['absent'] {
  const { optin, optout } = field._zod;
  if (optin === undefined) return () => unfit;
  if (optin === 'optional' && optout === 'optional') return () => undefined;
  const substitute = byZod(field);
  return () => substitute(undefined);
}

/** Records whose keys are texts. One that holds anything is handed on as it is. */
function byMembers(schema: Schema, { keyType, valueType, mode }: z.core.$ZodRecordDef): Read {
  const whole = byZod(schema);
  if (keyType._zod.def.type !== 'string' || keyType._zod.values !== undefined || mode === 'loose')
    return whole;
  if (valueType._zod.def.type === 'unknown' && keyType._zod.def.checks === undefined) {
    return (value) => (isPlain(value) && !Object.hasOwn(value, '__proto__') ? value : whole(value));
  }
  const [readKey, read] = [readerOf(keyType), readerOf(valueType)];
  return (value) => {
    if (!isPlain(value)) return whole(value);
    const record: Record<string, unknown> = {};
    for (const key in value) {
      if (key === '__proto__') return whole(value);
      const [name, member] = [readKey(key), read(value[key])];
      if (name === unfit || member === unfit) return unfit;
      record[name as string] = member;
    }
    return record;
  };
}

/** As JSON gives it: nothing is inherited. */
function isPlain(value: unknown): value is Plain {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
