// Forms of the language's words and texts, shared by the schemas of a definition. Pure.

import { z } from 'zod';
import { ofKind } from './field-hints.ts';

/** Node ids are state names of the chart: no dots, no `$`. */
export const nodeIdPattern = /^[a-z][a-zA-Z0-9_-]{0,63}$/;
export const journeyIdPattern = /^[a-z0-9][a-z0-9-]{0,63}$/;
export const eventNamePattern = /^[a-z][a-zA-Z0-9_]*(\.[a-zA-Z0-9_]+)*$/;
export const outcomePattern = /^[a-z][a-zA-Z0-9_-]*(\.[a-zA-Z0-9_-]+)*$/;
/** ISO 8601 (`P1D`, `PT2H`, `P1DT12H`) or `90s`, `30m`, `24h`, `7d`, `2w`. */
export const durationPattern =
  /^(?:\d{1,6}[smhdw]|P(?=\d|T\d)(?:\d{1,4}Y)?(?:\d{1,4}M)?(?:\d{1,4}W)?(?:\d{1,5}D)?(?:T(?=\d)(?:\d{1,6}H)?(?:\d{1,6}M)?(?:\d{1,8}S)?)?)$/;
/** Time of day, `21:00`. */
export const clockTimePattern = /^([01]\d|2[0-3]):[0-5]\d$/;
/** A BCP 47 language, as far as names are translated: `ko`, `en`, `pt-BR`. */
export const languagePattern = /^[a-z]{2,3}(-[A-Z]{2})?$/;
/** A consent topic. */
export const topicPattern = /^[a-z][a-z0-9_-]{0,59}$/;
/** A number or address that sends, as the configuration calls it. */
export const senderNamePattern = /^[a-z0-9][a-z0-9-]{0,39}$/;
/** A field of a person or an event. */
export const fieldNamePattern = /^[a-zA-Z_][a-zA-Z0-9_]{0,63}$/;

export const durationSchema = z
  .string()
  .regex(durationPattern)
  .meta({ ...ofKind('duration'), format: 'duration', examples: ['30m', '24h', 'P1D'] });
export const clockTime = z
  .string()
  .regex(clockTimePattern)
  .meta({ ...ofKind('clock-time'), examples: ['21:00'] });
export const eventName = z
  .string()
  .max(100)
  .regex(eventNamePattern)
  .meta({ ...ofKind('event'), examples: ['order.placed'] });
export const condition = z
  .string()
  .min(1)
  .max(2_000)
  .meta({ ...ofKind('condition'), format: 'cel' });
export const nodeId = z.string().regex(nodeIdPattern);

/** A name for people: one text, or one for each language. */
export const nameSchema = z.union([
  z.string().min(1).max(120),
  z.record(z.string().regex(languagePattern), z.string().min(1).max(120)),
]);
export type Name = z.infer<typeof nameSchema>;
