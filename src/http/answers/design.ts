// What the API answers to whoever draws a journey: node types, and what stands around a journey.

import { z } from 'zod';
import type { NodeTypeAnswer } from '../../journey/describe-node-type.ts';
import { type Answer, localizedText, opaque } from './answer.ts';
import { storedDefinition } from './journeys.ts';
import { templateInfo } from './templates.ts';

export type { CheckAnswer } from '../../journey/check-answer.ts';
export type { SimulationAnswer } from '../../simulator/simulation-answer.ts';

const configSchema = opaque<NodeTypeAnswer['schema']>(
  'JSON Schema (2020-12) of `with`, with hints for forms (docs/node-kit.md).',
);

const nodeTypeAnswer = z
  .object({
    type: z.string(),
    version: z.int(),
    title: localizedText,
    help: localizedText.nullable().describe('What it is for, in a sentence or two.'),
    icon: z.string().nullable().describe('Name of a Lucide icon.'),
    builtIn: z.boolean().describe('It comes with Jornada; else a project brings it.'),
    schema: configSchema,
    example: z.unknown().describe('A config that fits, with what is required and little else.'),
    words: z
      .array(z.string())
      .nullable()
      .describe('All outcomes that any config can give; null where the author chooses the words.'),
    terminal: z.boolean().describe('Nothing follows it.'),
    waits: z.boolean().describe('A run may rest here.'),
    annotation: z.boolean().describe('A remark: it needs no edges.'),
    channel: z.string().nullable().describe('Where its messages go; null where it sends none.'),
    readsSecrets: z.boolean().describe('Its texts may read `secrets.NAME`.'),
  })
  .meta({ id: 'NodeTypeAnswer' }) satisfies z.ZodType<NodeTypeAnswer>;

export const nodeTypeListAnswer = z
  .object({ nodeTypes: z.array(nodeTypeAnswer) })
  .meta({ id: 'NodeTypeListAnswer' });

export interface NodeTypeListAnswer {
  readonly nodeTypes: readonly NodeTypeAnswer[];
}

export const surroundingsAnswer = z
  .object({
    templates: z.array(templateInfo).nullable(),
    senders: z.array(z.string()).nullable().describe('Names of the numbers of WhatsApp that can send.'),
    journeys: z
      .record(z.string(), storedDefinition)
      .describe('The newest published version of every journey, by id.'),
  })
  .meta({
    id: 'SurroundingsAnswer',
    description: 'What journeys are checked against. Null: nothing is known, so nothing is checked.',
  });
export type SurroundingsAnswer = Answer<typeof surroundingsAnswer>;
