// A channel client that owns connections: what composition roots create, and close when the worker stops.

import type { ChannelClient } from '../../src/messaging/delivery.ts';

export interface ClosableChannel extends ChannelClient {
  /** Ends idle connections and waits for what is in flight. Never rejects. */
  close(): Promise<void>;
}
