// For whoever restarts us and whoever sends us traffic: alive says that the process answers, ready that it can
// store what it is sent.

import { z } from 'zod';
import { pingStore } from '../../store/ping.ts';
import { AppError } from '../app-error.ts';
import type { RouteContext, Routes } from '../route-context.ts';

const aliveSchema = {
  ...{ tags: ['Server'], operationId: 'isAlive', summary: 'Whether the process answers' },
  response: { 200: z.object({ status: z.literal('alive') }) },
};

const readySchema = {
  ...{ tags: ['Server'], operationId: 'isReady', summary: 'Whether it can store what it is sent' },
  problems: ['STORE_UNAVAILABLE'],
  response: { 200: z.object({ status: z.literal('ready') }) },
} as const;

export function addHealthRoutes(app: Routes, { store }: RouteContext): void {
  app.get('/health', { schema: aliveSchema }, async () => ({ status: 'alive' as const }));

  app.get('/ready', { schema: readySchema }, async () => {
    try {
      await pingStore(store);
    } catch (error) {
      throw new AppError('STORE_UNAVAILABLE', { cause: error });
    }
    return { status: 'ready' as const };
  });
}
