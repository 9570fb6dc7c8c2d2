// What a source of a journey may see at its place, and how it is read there. Types only.

import type { parseExpression } from './expression.ts';
import type { KnownFields } from './known-data.ts';
import type { NodeOutcomes } from './node-outcomes.ts';

export interface SourceContext {
  /** Ids of the journey's nodes, for `nodes.<id>`. */
  readonly nodes: ReadonlySet<string>;
  /** Variables that exist at this place; all of the language where absent. */
  readonly variables?: readonly string[];
  /** Texts here may read `secrets.NAME`; no expression may. */
  readonly readsSecrets?: boolean;
  /** Fields of `person`, `event` and `run`, as far as they are known. */
  readonly fields: { readonly [variable: string]: KnownFields };
  readonly parse: typeof parseExpression;
  /** Undefined for nodes that have issues of their own. */
  readonly outcomesOf: (node: string) => NodeOutcomes | undefined;
}
