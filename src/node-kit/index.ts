// The public API for authors of node types: `import { defineNode } from 'jornada/node'`. Nothing else is promised.

export { z } from 'zod';
export { findNext, findShifted, instantOf } from '../journey/calendar.ts';
export type { Catalogue } from '../journey/catalogue.ts';
export { drawArm } from '../journey/draw.ts';
export { inboundEvent } from '../journey/engine-events.ts';
export { type FieldLabels, labelled, ofKind } from '../journey/field-hints.ts';
export { isKeyword } from '../journey/keyword.ts';
export { type Refusal, refusal } from '../journey/refusal.ts';
export type { Json } from '../machine/chart.ts';
export { defineFlow, defineMessage, defineNode } from './define-node.ts';
export {
  categoryField,
  channelField,
  checkNames,
  clockTimeField,
  conditionField,
  dateField,
  durationField,
  eventField,
  exactMsOf,
  expiresField,
  fieldNameField,
  journeyField,
  longestMsOf,
  nodeField,
  senderNameField,
  shortestMsOf,
  templateLanguageField,
  templateNameField,
  textField,
  timeZoneField,
  topicField,
  valueField,
  webAddressField,
  weekdayField,
  wordField,
} from './fields.ts';
export { act, end, send, wait } from './insides.ts';
export { defineConfig, type JornadaConfig } from './jornada-config.ts';
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
  WindowView,
} from './node-type.ts';
export { tryEvaluate } from './try-evaluate.ts';
