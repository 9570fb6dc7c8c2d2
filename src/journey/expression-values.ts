// Numbers and results of CEL. Data is JSON, where 3 and 3.0 are one number; CEL knows ints (BigInt) and doubles.
// So arithmetic may mix them here, with a double as the result, and results become plain JSON again. Pure.

import { type Environment, Optional } from '@marcbachmann/cel-js';
import type { Json } from '../machine/chart.ts';

type Numeric = number | bigint;

/** Lets `event.total + 1` work although data's numbers are doubles and literals are ints. */
export function registerNumberMixing(env: Environment): Environment {
  const arithmetic: readonly [string, (a: number, b: number) => number][] = [
    ['+', (a, b) => a + b],
    ['-', (a, b) => a - b],
    ['*', (a, b) => a * b],
    ['/', (a, b) => a / b],
    ['%', (a, b) => a % b],
  ];
  for (const [operator, apply] of arithmetic) {
    const mixed = (a: Numeric, b: Numeric) => apply(Number(a), Number(b));
    env.registerOperator(`double ${operator} int: double`, mixed);
    env.registerOperator(`int ${operator} double: double`, mixed);
  }
  return env.registerOperator('double % double: double', (a: number, b: number) => a % b);
}

/**
 * Plain JSON of a CEL value: ints become numbers where that loses nothing, timestamps ISO 8601, an empty optional
 * null. Undefined for what JSON can't hold: large ints, NaN, bytes, types, durations.
 */
export function toPlainJson(value: unknown): Json | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : undefined;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Optional) return value.hasValue() ? toPlainJson(value.value()) : null;
  if (Array.isArray(value) || value instanceof Set) return toPlainList([...value]);
  if (value instanceof Map) return toPlainObject([...value]);
  if (typeof value === 'object' && isPlain(value)) return toPlainObject(Object.entries(value));
  return undefined;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

function toPlainList(items: readonly unknown[]): Json | undefined {
  const list: Json[] = [];
  for (const item of items) {
    const plain = toPlainJson(item);
    if (plain === undefined) return undefined;
    list.push(plain);
  }
  return list;
}

function toPlainObject(members: readonly (readonly [unknown, unknown])[]): Json | undefined {
  const entries: [string, Json][] = [];
  for (const [key, member] of members) {
    const plain = toPlainJson(member);
    if (plain === undefined) return undefined;
    entries.push([String(toPlainJson(key)), plain]);
  }
  return Object.fromEntries(entries);
}
