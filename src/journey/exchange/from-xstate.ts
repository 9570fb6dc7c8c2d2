// Reads an XState machine config back. One that we exported gives its journey; of any other it says, place by place,
// what has no meaning here. Pure; never throws.

import { z } from 'zod';
import { type Definition, definitionSchema } from '../definition.ts';
import { hashDefinition, hashJson } from '../hash.ts';
import { createIssue, hasErrors, type Issue } from '../issues.ts';
import { parse } from '../parse.ts';
import { findForeign } from './find-foreign.ts';

export interface ImportedJourney {
  /** Set where there are no errors. Has the hash that was exported. */
  readonly definition?: Definition;
  readonly issues: readonly Issue[];
}

const exported = z.looseObject({
  meta: z.looseObject({
    jornada: z.looseObject({
      format: z.literal(1),
      hash: z.string(),
      machineHash: z.string(),
      definition: definitionSchema,
    }),
  }),
});

/** A machine says more than the journey that it was made from. */
const sizeLimitBytes = 32 * 1_048_576;

/** Reads the text or UTF-8 bytes of a machine config. */
export function fromXState(source: string | Uint8Array): ImportedJourney {
  const { document, issues, locate } = parse(source, { sizeLimitBytes });
  if (hasErrors(issues)) return { issues };
  const read = readMachine(document);
  return {
    ...read,
    issues: read.issues.map((issue) => ({ ...issue, range: locate(issue.path, issue.anchor) })),
  };
}

function readMachine(document: unknown): ImportedJourney {
  const known = exported.safeParse(document);
  if (!known.success) {
    return { issues: [createIssue('J701', {}, { path: [] }), ...findForeign(document)] };
  }
  const { definition, hash, machineHash } = known.data.meta.jornada;
  const {
    meta: _meta,
    description: _description,
    ...machine
  } = document as { readonly [field: string]: unknown };
  const path = ['meta', 'jornada'];
  if (hashDefinition(definition) !== hash) {
    return { issues: [createIssue('J703', { part: 'definition' }, { path: [...path, 'definition'] })] };
  }
  if (hashJson(machine) !== machineHash) {
    return { issues: [createIssue('J703', { part: 'machine' }, { path: [...path, 'machineHash'] })] };
  }
  return { definition, issues: [] };
}
