// A place, as messages and template headers carry it. Meta's description wants strings, its samples give numbers.

import * as z from 'zod';

const coordinate = z.union([z.number(), z.string().min(1)]);

export const locationObject = z.strictObject({
  latitude: coordinate,
  longitude: coordinate,
  name: z.string().optional(),
  address: z.string().optional(),
});
