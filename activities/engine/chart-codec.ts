// The worker's payload codec: swaps a chart's reference for its JSON when a run is activated, so that no history
// holds a chart. From this process's cache, then PostgreSQL; a chart that cannot be read fails the workflow task,
// which is retried, never the run.

import type { Payload, PayloadCodec } from '@temporalio/common';
import { NodeError } from '../../src/node-kit/node-error.ts';
import { chartMetadataKey } from '../../workflows/payload-converter.ts';

/** @param readChart the chart's JSON by hash; undefined where there is none */
export function createChartCodec(readChart: (hash: string) => Promise<unknown>): PayloadCodec {
  const known = new Map<string, Uint8Array>();

  async function load(hash: string): Promise<Uint8Array> {
    const cached = known.get(hash);
    if (cached !== undefined) return cached;
    const chart = await readChart(hash);
    if (chart === undefined) {
      throw new NodeError('CHART_UNKNOWN', `No version has the chart ${hash}.`, { retryable: true });
    }
    const data = Buffer.from(JSON.stringify(chart));
    known.set(hash, data);
    return data;
  }

  async function decodeOne(payload: Payload): Promise<Payload> {
    const hash = payload.metadata?.[chartMetadataKey];
    if (hash === undefined || hash === null) return payload;
    return { ...payload, data: await load(Buffer.from(hash).toString()) };
  }

  return {
    encode: async (payloads) => payloads,
    decode: (payloads) => Promise.all(payloads.map(decodeOne)),
  };
}
