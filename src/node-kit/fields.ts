// Config fields that several node types share, so that a word means the same everywhere and forms look alike.

import { z } from 'zod';
import { findDuration, toExactMs, toMaximumMs, toMinimumMs } from '../journey/duration.ts';

/** A duration of the language: `30m`, `24h`, `7d`, `P1D`. */
export const durationField = z
  .string()
  .refine((text) => findDuration(text) !== undefined, { error: 'duration' })
  .meta({ format: 'duration', examples: ['30m', '24h', 'P1D'] });

/** Text with Liquid variables. */
export function textField(maxLength: number) {
  return z.string().min(1).max(maxLength).meta({ format: 'liquid' });
}

/** A CEL condition over `person`, `event`, `run`, `nodes`, `now`. */
export const conditionField = z.string().min(1).max(2_000).meta({ format: 'cel' });

/** A lower-case outcome word chosen by the author. */
export const wordField = z
  .string()
  .max(60)
  .regex(/^[a-z][a-zA-Z0-9_-]*$/);

/** Why a message without a template is sent; decides the policies that apply. */
export const categoryField = z.enum(['marketing', 'utility', 'authentication', 'service']);

/** Milliseconds of an exact duration, undefined where it depends on the person's calendar. */
export const exactMsOf = toExactMs;

/** Bounds of a duration in milliseconds that hold in every zone: for a node type's `longestMs` and `shortestMs`. */
export const longestMsOf = toMaximumMs;
export const shortestMsOf = toMinimumMs;
