// Which shard an item belongs to. Everything about one send, or one person, is applied in one shard, one after
// the other. Durable only while items wait: a change of the function needs an empty inbox. Pure.

import { shardCount } from '../store/inbox-shards.ts';

/** FNV-1a over UTF-16 units; stable across processes and versions. */
export function shardOf(subject: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < subject.length; index += 1) {
    hash = Math.imul(hash ^ subject.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash % shardCount;
}
