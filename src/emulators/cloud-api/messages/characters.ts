// Texts of limited length, counted in characters as JSON Schema counts them: an emoji is one, not two.

import * as z from 'zod';

export function atMost(most: number): z.ZodString {
  return z.string().refine((text) => [...text].length <= most, `must be at most ${most} characters long`);
}

export function oneTo(most: number): z.ZodString {
  return atMost(most).min(1);
}
