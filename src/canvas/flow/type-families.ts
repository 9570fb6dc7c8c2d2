// Step types by what they are for: messages by channel, waiting, deciding, everything else, ends, remarks. Pure.

import type { NodeTypeAnswer } from '../../journey/describe-node-type.ts';

const orders: readonly ((type: NodeTypeAnswer) => boolean)[] = [
  ({ type, builtIn }) => builtIn && type.startsWith('whatsapp.'),
  ({ channel, builtIn }) => builtIn && channel !== null,
  ({ type, builtIn }) => builtIn && /^(delay|wait\.|branch|split|throttle)/.test(type),
  ({ builtIn, terminal, annotation }) => builtIn && !terminal && !annotation,
  ({ builtIn }) => builtIn,
  () => true,
];

/** Families without types are left out; within one, the order of the catalogue. */
export function familiesOf(types: readonly NodeTypeAnswer[]): readonly (readonly NodeTypeAnswer[])[] {
  const families = orders.map((): NodeTypeAnswer[] => []);
  for (const type of types) families[orders.findIndex((fits) => fits(type))]?.push(type);
  return families.filter(({ length }) => length > 0);
}
