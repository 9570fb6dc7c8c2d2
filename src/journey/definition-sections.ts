// The parts of a document that can be read by themselves: where one is broken, the others are checked all the same.
// Pure.

import { z } from 'zod';
import { type DataSchema, dataSchema } from './data-schema.ts';
import { type Definition, type DefinitionNode, definitionSchema, nodeSchema } from './definition.ts';
import { type Entry, type ExitRule, entrySchema, exitRuleSchema } from './entry.ts';
import { nodeIdPattern } from './fields.ts';
import { type JourneyPolicy, policySchema } from './policy-schema.ts';
import { safeParse } from './safe-parse.ts';

export interface DefinitionSections {
  /** Set where the whole has the shape of a definition. */
  readonly definition?: Definition;
  readonly findings: readonly z.core.$ZodIssue[];
  readonly entry?: Entry | undefined;
  readonly exit?: readonly ExitRule[] | undefined;
  readonly policy?: JourneyPolicy | undefined;
  readonly data?: DataSchema | undefined;
  readonly start?: string | undefined;
  /** The nodes that have a node's shape. */
  readonly nodes: { readonly [node: string]: DefinitionNode };
  /** Ids of all nodes, the unreadable ones too. */
  readonly ids: ReadonlySet<string>;
}

type Raw = { readonly [field: string]: unknown };
const exitSchema = z.array(exitRuleSchema);

/** Reads what can be read of a document. */
export function readSections(document: Raw, nodes: Raw): DefinitionSections {
  const ids = new Set(Object.keys(nodes));
  const whole = safeParse(definitionSchema, document);
  if (whole.success) return { ...whole.data, definition: whole.data, findings: [], ids };
  return {
    findings: whole.error.issues,
    ids,
    nodes: readNodes(nodes),
    entry: entrySchema.safeParse(document['entry']).data,
    exit: exitSchema.safeParse(document['exit']).data,
    policy: policySchema.safeParse(document['policy']).data,
    data: dataSchema.safeParse(document['data']).data,
    start: typeof document['start'] === 'string' ? document['start'] : undefined,
  };
}

function readNodes(raw: Raw): { readonly [node: string]: DefinitionNode } {
  const nodes: { [node: string]: DefinitionNode } = {};
  for (const [node, value] of Object.entries(raw)) {
    const parsed = safeParse(nodeSchema, value);
    if (parsed.success && nodeIdPattern.test(node)) nodes[node] = parsed.data;
  }
  return nodes;
}
