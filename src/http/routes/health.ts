// For whoever restarts us and whoever sends us traffic: alive says that the process answers, ready that it can
// store what it is sent.

import { pingStore } from '../../store/ping.ts';
import { AppError } from '../app-error.ts';
import type { RouteContext, Routes } from '../route-context.ts';

export function addHealthRoutes(app: Routes, { store }: RouteContext): void {
  app.get('/health', async () => ({ status: 'alive' }));

  app.get('/ready', async () => {
    try {
      await pingStore(store);
    } catch (error) {
      throw new AppError('STORE_UNAVAILABLE', { cause: error });
    }
    return { status: 'ready' };
  });
}
