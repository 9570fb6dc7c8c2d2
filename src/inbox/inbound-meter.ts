// Measures what people write to each number, since it counts towards the number's rate (F§1.6): counted while items are
// applied, told to the shared row once a second, so that no message costs a row update of its own.

import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { storeInboundRate } from '../store/sender-rate.ts';
import { findSenderByNumber } from '../store/senders.ts';
import type { Store } from '../store/store.ts';
import type { InboundItem } from '../whatsapp/webhook/items.ts';
import type { ApplyItem } from './apply-batch.ts';

export interface InboundMeter {
  /** The applier, counting what it applies. */
  count(apply: ApplyItem): ApplyItem;
  /**
   * Tells what was counted since the last time; a number that it fails for doesn't hold up the others.
   *
   * @param seconds how long that was
   */
  flush(seconds: number): Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

export function createInboundMeter({
  store,
  log,
}: {
  readonly store: Store;
  readonly log: Logger;
}): InboundMeter {
  const meter = randomUUID();
  const stopping = new AbortController();
  let counted = new Map<string, number>();
  /** Numbers that were told of messages, or not reached, and have to hear when there are none. */
  let told = new Set<string>();
  let loop: Promise<void> = Promise.resolve();

  async function flush(seconds: number): Promise<void> {
    const now = counted;
    counted = new Map();
    const numbers = new Set([...now.keys(), ...told]);
    told = new Set(now.keys());
    for (const number of numbers) {
      try {
        await tell(number, Math.ceil((now.get(number) ?? 0) / seconds));
      } catch (error) {
        told.add(number);
        log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'inbound rate not told');
      }
    }
  }

  async function tell(number: string, perSecond: number): Promise<void> {
    const sender = await findSenderByNumber(store, number);
    if (sender !== undefined) await storeInboundRate(store, { senderId: sender.id, meter, perSecond });
  }

  async function repeat(): Promise<void> {
    let last = Date.now();
    while (!stopping.signal.aborted) {
      await delay(1_000, undefined, { signal: stopping.signal }).catch(() => {});
      const now = Date.now();
      await flush(Math.max(1, (now - last) / 1_000));
      last = now;
    }
  }

  return {
    count: (apply) => (trx, item, clock) => {
      const { phoneNumberId } = item.payload as unknown as InboundItem;
      counted.set(phoneNumberId, (counted.get(phoneNumberId) ?? 0) + 1);
      return apply(trx, item, clock);
    },
    flush,
    start() {
      loop = repeat();
    },
    async stop() {
      stopping.abort();
      await loop;
    },
  };
}
