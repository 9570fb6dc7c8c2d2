// The public API for authors of node types: `import { defineNode } from 'jornada/node'`. Nothing else is promised.

export { z } from 'zod';
export type { Catalogue } from '../journey/catalogue.ts';
export { defineFlow, defineMessage, defineNode } from './define-node.ts';
export {
  categoryField,
  conditionField,
  durationField,
  exactMsOf,
  longestMsOf,
  shortestMsOf,
  textField,
  wordField,
} from './fields.ts';
export { act, end, send, wait } from './insides.ts';
export { NodeError } from './node-error.ts';
export type {
  AnyNode,
  Change,
  ComposeContext,
  EvaluateAnswer,
  EvaluateContext,
  HeardEvent,
  HttpPort,
  MessagePlan,
  NodeType,
  Outcome,
  PersonView,
  RunContext,
} from './node-type.ts';
