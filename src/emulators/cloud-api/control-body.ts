// Reads the bodies of the control API.

import * as z from 'zod';
import { EmulatorError } from '../emulator-error.ts';

/** @throws EmulatorError EMULATOR_INPUT_INVALID */
export function parseControl<Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  throw new EmulatorError('EMULATOR_INPUT_INVALID', z.prettifyError(result.error));
}

type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** A partial object whose undefined properties are gone, so that spreading it keeps earlier values. */
export function withoutUndefined<T extends object>(partial: T): Defined<T> {
  return Object.fromEntries(Object.entries(partial).filter(([, value]) => value !== undefined)) as Defined<T>;
}
