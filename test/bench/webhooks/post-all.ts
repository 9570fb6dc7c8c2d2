// Posts webhooks over a fixed number of connections, each with one request at a time, as fast as they are answered.

import { Pool } from 'undici';
import type { SignedBody } from './status-webhooks.ts';

/** An answer other than 200 would make the comparison void. */
class BenchError extends Error {
  override readonly name = 'BenchError';
  readonly code = 'BENCH_ANSWER';
}

export interface Posted {
  readonly perSecond: number;
  /** Of one POST, in milliseconds. */
  readonly latenciesMs: readonly number[];
}

export async function postAll(
  port: number,
  webhooks: readonly SignedBody[],
  connections = 64,
): Promise<Posted> {
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections });
  const latenciesMs: number[] = [];
  let next = 0;
  const work = async () => {
    for (let webhook = webhooks[next++]; webhook !== undefined; webhook = webhooks[next++]) {
      const before = performance.now();
      await postOne(pool, webhook);
      latenciesMs.push(performance.now() - before);
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: connections }, work));
  const seconds = (performance.now() - startedAt) / 1_000;
  await pool.close();
  return { perSecond: webhooks.length / seconds, latenciesMs };
}

export async function postOne(pool: Pool, { body, signature }: SignedBody): Promise<void> {
  const { statusCode, body: answer } = await pool.request({
    method: 'POST',
    path: '/webhooks/whatsapp',
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature },
    body,
  });
  await answer.dump();
  if (statusCode !== 200) throw new BenchError(`A webhook was answered with ${statusCode}.`);
}
