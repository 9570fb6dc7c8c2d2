// The description of this very API.

import { z } from 'zod';
import type { Routes } from '../route-context.ts';

const schema = {
  ...{ tags: ['Server'], operationId: 'getOpenApi', summary: 'This document' },
  response: { 200: z.record(z.string(), z.unknown()) },
};

export function addOpenApiRoutes(app: Routes): void {
  app.get('/v1/openapi.json', { schema }, async () => ({ ...app.swagger() }));
}
