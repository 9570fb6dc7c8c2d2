// A server that closes finishes what it answers, and waits no longer for who holds a connection without asking: browsers
// open some in advance, which Node takes for busy.

import type { FastifyInstance } from 'fastify';

export interface ClosingOptions {
  /** Ends what would go on without an end. */
  readonly onClosing: () => void;
  /** How long answers under way have, in milliseconds. */
  readonly graceMs?: number;
}

export function addClosing(app: FastifyInstance, { onClosing, graceMs = 5_000 }: ClosingOptions): void {
  let timer: NodeJS.Timeout | undefined;
  app.addHook('preClose', async () => {
    onClosing();
    timer = setTimeout(() => app.server.closeAllConnections(), graceMs);
  });
  app.addHook('onClose', async () => clearTimeout(timer));
}
