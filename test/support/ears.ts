// Waits until the webhook's self-test has come all the way to the dispatcher.

import { vi } from 'vitest';
import { findLastHeard, webhookEar } from '../../src/store/ears.ts';
import type { Store } from '../../src/store/store.ts';

export async function untilHeard(store: Store): Promise<void> {
  await vi.waitUntil(async () => (await findLastHeard(store, webhookEar)) !== undefined, { timeout: 15_000 });
}
