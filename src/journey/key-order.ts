// The order in which the language writes its fields, read off its own schemas. Pure.

import { dataSchema } from './data-schema.ts';
import { definitionSchema, nodeSchema } from './definition.ts';
import { entrySchema, exitRuleSchema, scheduleSchema } from './entry.ts';
import { capSchema, policySchema } from './policy-schema.ts';

type Pattern = readonly string[];

/** `*` stands for any one step. Where nothing fits, the author's order holds. */
const orders: readonly (readonly [Pattern, readonly string[]])[] = [
  [[], keysOf(definitionSchema)],
  [['data'], keysOf(dataSchema)],
  [['entry'], keysOf(entrySchema)],
  [['entry', 'on', 'schedule'], keysOf(scheduleSchema)],
  [['exit', '*'], keysOf(exitRuleSchema)],
  [['policy'], keysOf(policySchema)],
  [
    ['policy', 'quietHours'],
    ['from', 'to'],
  ],
  [['policy', 'caps', '*'], keysOf(capSchema)],
  [['nodes', '*'], keysOf(nodeSchema)],
];

/** The known fields of the object at a path of a definition, in order; those it doesn't name come after them. */
export function fieldOrderAt(path: readonly string[]): readonly string[] {
  const found = orders.find(
    ([pattern]) =>
      pattern.length === path.length && pattern.every((step, index) => step === '*' || step === path[index]),
  );
  return found?.[1] ?? [];
}

function keysOf({ shape }: { readonly shape: object }): readonly string[] {
  return Object.keys(shape);
}
