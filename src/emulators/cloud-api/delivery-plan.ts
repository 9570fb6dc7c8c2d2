// How a flush of webhooks is spread over POSTs: copies, order, batches. Pure, and repeatable for a seed.

import type { WebhookChange } from './webhook-value.ts';

/** How webhooks are delivered. All off: one POST for each change, as soon as it happens. */
export interface DeliveryOptions {
  /** How many extra times each change is delivered. */
  readonly duplicates: number;
  /** Random order within each flush, from this seed; null keeps the order. */
  readonly shuffleSeed: number | null;
  /** At most so many changes in one POST. */
  readonly batch: number;
  /** How long changes are collected for shuffling and batching. */
  readonly flushMs: number;
}

export const PLAIN_DELIVERY: DeliveryOptions = { duplicates: 0, shuffleSeed: null, batch: 1, flushMs: 60 };

/** Numbers in [0, 1), the same ones for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The POSTs of one flush, each a list of changes; together they hold every change `1 + duplicates` times. */
export function planDelivery(
  changes: readonly WebhookChange[],
  options: DeliveryOptions,
  random: () => number,
): readonly (readonly WebhookChange[])[] {
  const copies = Array.from({ length: 1 + options.duplicates }, () => changes).flat();
  const ordered = options.shuffleSeed === null ? copies : shuffle(copies, random);
  const posts: WebhookChange[][] = [];
  for (let from = 0; from < ordered.length; ) {
    const size = options.shuffleSeed === null ? options.batch : 1 + Math.floor(random() * options.batch);
    posts.push(ordered.slice(from, from + size));
    from += size;
  }
  return posts;
}

function shuffle<Item>(items: readonly Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}
