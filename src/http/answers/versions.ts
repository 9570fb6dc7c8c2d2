// What the API answers of a journey's versions, and of what changed between two of them.

import { z } from 'zod';
import type { DefinitionChange } from '../../journey/diff.ts';
import type { RunningImpact } from '../../journey/diff-impact.ts';
import type { ValueChange } from '../../journey/diff-values.ts';
import { type Answer, instant, localizedText, nextPage } from './answer.ts';

const versionSummary = z
  .object({
    version: z.int(),
    hash: z.string(),
    publishedAt: instant,
    note: z.string().nullable().describe('What its publisher said of it.'),
  })
  .meta({ id: 'VersionSummary' });
export type VersionSummary = Answer<typeof versionSummary>;

export const versionListAnswer = z
  .object({ versions: z.array(versionSummary).describe('Newest first.'), next: nextPage })
  .meta({ id: 'VersionListAnswer' });
export type VersionListAnswer = Answer<typeof versionListAnswer>;

const path = z.array(z.union([z.string(), z.number()]));
const side = z.unknown().describe('Absent where the value is not there.');
const values = { path, before: side.exactOptional(), after: side.exactOptional() };
const edge = { node: z.string(), outcome: z.string().exactOptional() };

const valueChange = z.object(values).meta({ id: 'ValueChange' }) satisfies z.ZodType<ValueChange>;

const definitionChange = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.enum(['node-added', 'node-removed']), node: z.string(), type: z.string() }),
    z.object({ kind: z.literal('node-renamed'), from: z.string(), to: z.string() }),
    z.object({ kind: z.literal('type-changed'), node: z.string(), before: z.string(), after: z.string() }),
    z.object({ kind: z.enum(['config-changed', 'visits-changed']), node: z.string(), ...values }),
    z.object({ kind: z.enum(['edge-added', 'edge-removed']), ...edge, target: z.string() }),
    z.object({ kind: z.literal('edge-moved'), ...edge, before: z.string(), after: z.string() }),
    z.object({ kind: z.literal('field-changed'), ...values }),
  ])
  .meta({
    id: 'DefinitionChange',
    description:
      'Nodes go by their id after the change, removed ones by that before. `outcome` is absent where `next` is one node.',
  }) satisfies z.ZodType<DefinitionChange>;

const runningImpact = z.object({
  migratable: z
    .array(z.object({ from: z.string(), to: z.string() }))
    .describe(
      'Nodes in both, of the same kind and with the same states inside: who is there could be moved.',
    ),
  vanished: z.array(z.string()).describe('Places to wait that are gone. Ids before.'),
  reshaped: z.array(z.string()).describe('Places to wait that wait in another way now.'),
  outcomes: z
    .array(z.object({ node: z.string(), added: z.array(z.string()), removed: z.array(z.string()) }))
    .describe('Nodes that can end in other ways than before.'),
}) satisfies z.ZodType<RunningImpact>;

export const diffAnswer = z
  .object({
    same: z.boolean().describe('No change of meaning; remarks may differ.'),
    changes: z.array(definitionChange),
    prose: z.array(localizedText).describe('A line for each change, in their order.'),
    awaited: z
      .array(z.string())
      .describe('Journeys that it awaits on both sides, but that were published anew between them.'),
    remarks: z.array(valueChange).describe('Names and notes for people.'),
    impact: runningImpact
      .extend({ prose: z.array(localizedText) })
      .describe('What it means for people who are under way, as facts and in lines.'),
  })
  .meta({ id: 'DiffAnswer' });
export type DiffAnswer = Answer<typeof diffAnswer>;
