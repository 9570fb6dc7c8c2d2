// What a journey makes of a person's attributes: the same in the engine and the simulator. Pure.

import { areAttributesTooLarge, maxAttributesBytes } from '../journey/person-attributes.ts';
import { NodeError } from './node-error.ts';

type Attributes<Value> = { readonly [name: string]: Value };

/**
 * The attributes with those that are set; those not named stay, null removes one.
 * @throws NodeError, not retryable, where a person may not have so much
 */
export function mergeAttributes<Value>(
  before: Attributes<Value>,
  set: Attributes<Value>,
): { [name: string]: Value } {
  const merged = Object.entries({ ...before, ...set }).filter(([name]) => set[name] !== null);
  const attributes = Object.fromEntries(merged);
  if (!areAttributesTooLarge(attributes)) return attributes;
  throw new NodeError(
    'NODE_ATTRIBUTES_TOO_LARGE',
    `A person has at most ${maxAttributesBytes} bytes of attributes.`,
    { retryable: false },
  );
}
