// The `fields` parameter of the Graph API: an object shows its default fields, or its id and the ones asked for. Pure.

import { GraphError } from '../graph-error.ts';

export interface FieldsOf {
  /** As Meta calls the type in its complaints. */
  readonly nodeType: string;
  readonly defaults: readonly string[];
  /** Every field by name; made only when it is shown. */
  readonly fields: Readonly<Record<string, () => unknown>>;
}

/** @throws GraphError 100 for a field that the type doesn't have */
export function pickFields(node: FieldsOf, asked: string | undefined): Record<string, unknown> {
  const names = asked === undefined ? node.defaults : [...toNames(asked), 'id'];
  return Object.fromEntries(
    names.map((name) => {
      const read = node.fields[name];
      if (read === undefined) throw unknownField(name, node.nodeType);
      return [name, read()];
    }),
  );
}

/** Sub-selections, `a{b,c}`, are taken for the whole of `a`. */
function toNames(asked: string): readonly string[] {
  const flat = asked.replace(/\{[^{}]*\}/g, '');
  return flat
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function unknownField(name: string, nodeType: string): GraphError {
  return new GraphError({
    code: 100,
    plain: true,
    title: `(#100) Tried accessing nonexisting field (${name}) on node type (${nodeType})`,
  });
}
