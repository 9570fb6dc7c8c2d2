// Hears PostgreSQL's announcements of new items, so that the dispatcher need not wait for its next look. Only an
// accelerator: an announcement that is missed costs one polling interval.

import pg from 'pg';
import type { Logger } from 'pino';
import { inboxChannel } from '../store/inbox.ts';
import { Pace } from './pace.ts';

export interface InboxListener {
  /** Calls `onItems` whenever items were committed, and after each reconnection. */
  start(onItems: () => void): void;
  stop(): Promise<void>;
}

/** Holds one connection of its own and reopens it for as long as it runs. */
export function createInboxListener({
  url,
  log,
}: {
  readonly url: string;
  readonly log: Logger;
}): InboxListener {
  const stopping = new AbortController();
  let client: pg.Client | undefined;
  let loop: Promise<void> = Promise.resolve();

  const listen = async (onItems: () => void) => {
    const pace = new Pace();
    while (!stopping.signal.aborted) {
      client = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 3_000 });
      const ended = new Promise<void>((resolve) =>
        client?.once('end', resolve).once('error', () => resolve()),
      );
      try {
        await client.connect();
        client.on('notification', onItems);
        await client.query(`listen ${inboxChannel}`);
        onItems();
        await ended;
      } catch {
        log.debug('inbox listener: database away');
      }
      await client.end().catch(() => {});
      if (!stopping.signal.aborted) await pace.backOff(stopping.signal);
    }
  };

  return {
    start(onItems) {
      loop = listen(onItems);
    },
    async stop() {
      stopping.abort();
      await client?.end().catch(() => {});
      await loop;
    },
  };
}
