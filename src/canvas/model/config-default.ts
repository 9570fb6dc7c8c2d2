// What a type takes where the author says nothing, read off its JSON Schema. Pure.

import type { NodeTypeAnswer } from '../../journey/describe-node-type.ts';

/** Of a type whose config has several forms, the first default that one of them gives; undefined where none does. */
export function defaultOf(nodeType: NodeTypeAnswer | undefined, field: string): unknown {
  const { schema } = nodeType ?? {};
  const forms = [schema, ...(schema?.anyOf ?? [])];
  const fields = forms.map((form) => (typeof form === 'object' ? form.properties?.[field] : undefined));
  const known = fields.find((found) => typeof found === 'object' && found.default !== undefined);
  return typeof known === 'object' ? known.default : undefined;
}
