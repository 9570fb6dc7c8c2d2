// Proof that our ears are open (DESIGN 7.2): a signed webhook that the receiver posts to its own public path every
// 20 s. It counts when it has come all the way to the dispatcher. Runs in the HTTP server. Real time.

import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { request } from 'undici';
import { markHeard, webhookEar } from '../store/ears.ts';
import { signWebhook } from '../whatsapp/webhook/signature.ts';
import { toSelfTest } from '../whatsapp/webhook/split-webhook.ts';
import type { ApplyItem } from './apply-batch.ts';

export interface SelfTestOptions {
  /** Where Meta posts: our own webhook as the world sees it. */
  readonly url: string;
  readonly appSecret: string;
  readonly log: Logger;
  readonly everyMs?: number;
  readonly timeoutMs?: number;
}

export interface SelfTest {
  start(): void;
  stop(): Promise<void>;
  /** Posts one now; false where it was not taken. */
  post(): Promise<boolean>;
}

export function createSelfTest(options: SelfTestOptions): SelfTest {
  const { log, everyMs = 20_000 } = options;
  const stopping = new AbortController();
  let loop: Promise<void> = Promise.resolve();

  const repeat = async () => {
    while (!stopping.signal.aborted) {
      if (!(await postSelfTest(options))) log.warn('webhook self-test was not taken');
      await delay(everyMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };

  return {
    start() {
      loop = repeat();
    },
    async stop() {
      stopping.abort();
      await loop;
    },
    post: () => postSelfTest(options),
  };
}

/** Applier of `self-test` items: the moment of dispatch is when it was heard. */
export const applySelfTest: ApplyItem = async (trx, _item, clock) => {
  await markHeard(trx, webhookEar, new Date(clock.now()));
  return [];
};

async function postSelfTest({ url, appSecret, timeoutMs = 5_000 }: SelfTestOptions): Promise<boolean> {
  const body = Buffer.from(JSON.stringify(toSelfTest(randomUUID(), Date.now())));
  try {
    const response = await request(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-hub-signature-256': signWebhook(body, appSecret),
      },
      body,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
    });
    await response.body.dump();
    return response.statusCode === 200;
  } catch {
    return false;
  }
}
