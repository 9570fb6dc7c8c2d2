// Delivers webhooks as Meta does: signed, concurrent, at least once, redelivered until the receiver answers
// 200 (F§2.1). Knows nothing of phones. Invariant: a change given to `enqueue` is either delivered
// `1 + duplicates` times, still pending, or counted as lost after `giveUpAfterMs`.

import { createHmac } from 'node:crypto';
import { Pool } from 'undici';
import { createRandom, type DeliveryOptions, PLAIN_DELIVERY, planDelivery } from './delivery-plan.ts';
import { toEnvelope, type WebhookChange } from './webhook-value.ts';

export interface OutboxOptions {
  readonly url: string | undefined;
  readonly appSecret: string;
  readonly delivery: Partial<DeliveryOptions>;
  /** Meta tries for 7 days; a rehearsal has less patience. Default 10 minutes. */
  readonly giveUpAfterMs: number;
  /** Longest pause between two tries. Default 2 s. */
  readonly maxRetryDelayMs: number;
}

export interface OutboxCounts {
  readonly pending: number;
  readonly delivered: number;
  readonly attempts: number;
  readonly lost: number;
}

const FIRST_RETRY_DELAY_MS = 100;
const CONNECTIONS = 16;
const RECEIVER_TIMEOUT_MS = 10_000;

interface Post {
  readonly body: string;
  readonly signature: string;
  readonly since: number;
  readonly generation: number;
  readonly subjects: readonly string[];
}

export class WebhookOutbox {
  readonly #options: OutboxOptions;
  #delivery: DeliveryOptions;
  #random: () => number;
  #url: URL | undefined;
  #pool: Pool | undefined;
  #buffer: WebhookChange[] = [];
  #flushTimer: NodeJS.Timeout | undefined;
  readonly #retryTimers = new Set<NodeJS.Timeout>();
  readonly #subjects = new WeakMap<WebhookChange, string>();
  readonly #pendingOf = new Map<string, number>();
  #generation = 0;
  #inFlight = 0;
  #delivered = 0;
  #attempts = 0;
  #lost = 0;
  readonly #onChange: () => void;

  /** `onChange` is called after every attempt and whenever a POST is done with. */
  constructor(options: OutboxOptions, onChange: () => void) {
    this.#options = options;
    this.#onChange = onChange;
    this.#delivery = { ...PLAIN_DELIVERY, ...options.delivery };
    this.#random = createRandom(this.#delivery.shuffleSeed ?? 0);
    this.setUrl(options.url);
  }

  /** Where webhooks go from now on, pending ones included; undefined: nowhere yet, they wait. */
  setUrl(url: string | undefined): void {
    const previous = this.#pool;
    this.#url = url === undefined ? undefined : new URL(url);
    this.#pool =
      this.#url === undefined ? undefined : new Pool(this.#url.origin, { connections: CONNECTIONS });
    void previous?.close();
  }

  setDelivery(delivery: Partial<DeliveryOptions>): void {
    this.#flush();
    this.#delivery = { ...this.#delivery, ...delivery };
    this.#random = createRandom(this.#delivery.shuffleSeed ?? 0);
  }

  /** @param subject whom it is about, for `pendingOf` */
  enqueue(change: WebhookChange, subject: string): void {
    this.#subjects.set(change, subject);
    this.#count(subject, 1);
    this.#buffer.push(change);
    if (this.#delivery.shuffleSeed === null && this.#delivery.batch === 1) this.#flush();
    else this.#flushTimer ??= setTimeout(() => this.#flush(), this.#delivery.flushMs);
  }

  /** Whether webhooks go anywhere. */
  hasUrl(): boolean {
    return this.#url !== undefined;
  }

  /** How much about this subject is neither delivered nor lost. */
  pendingOf(subject: string): number {
    return this.#pendingOf.get(subject) ?? 0;
  }

  counts(): OutboxCounts {
    return {
      pending: this.#buffer.length + this.#inFlight,
      delivered: this.#delivered,
      attempts: this.#attempts,
      lost: this.#lost,
    };
  }

  /** Forgets what is pending; POSTs on their way are not repeated. */
  clear(): void {
    this.#generation += 1;
    clearTimeout(this.#flushTimer);
    this.#flushTimer = undefined;
    for (const timer of this.#retryTimers) clearTimeout(timer);
    this.#retryTimers.clear();
    this.#buffer = [];
    this.#pendingOf.clear();
    this.#inFlight = 0;
    this.#delivered = 0;
    this.#attempts = 0;
    this.#lost = 0;
    this.#onChange();
  }

  async close(): Promise<void> {
    this.clear();
    await this.#pool?.destroy();
  }

  #flush(): void {
    clearTimeout(this.#flushTimer);
    this.#flushTimer = undefined;
    const changes = this.#buffer;
    this.#buffer = [];
    const posts = planDelivery(changes, this.#delivery, this.#random);
    const subjectsOf = (list: readonly WebhookChange[]) =>
      list.map((change) => this.#subjects.get(change) ?? '');
    // From here on it counts by copies: each POST that holds it has to be done with.
    for (const subject of posts.flatMap(subjectsOf)) this.#count(subject, 1);
    for (const subject of subjectsOf(changes)) this.#count(subject, -1);
    for (const post of posts) {
      const body = JSON.stringify(toEnvelope(post));
      const digest = createHmac('sha256', this.#options.appSecret).update(body).digest('hex');
      this.#inFlight += 1;
      void this.#deliver(
        {
          body,
          signature: `sha256=${digest}`,
          since: Date.now(),
          generation: this.#generation,
          subjects: subjectsOf(post),
        },
        0,
      );
    }
  }

  async #deliver(post: Post, tries: number): Promise<void> {
    const isDelivered = await this.#post(post);
    if (post.generation !== this.#generation) return;
    if (!isDelivered && Date.now() - post.since < this.#options.giveUpAfterMs) {
      this.#retryLater(post, tries);
      this.#onChange();
      return;
    }
    this.#inFlight -= 1;
    for (const subject of post.subjects) this.#count(subject, -1);
    if (isDelivered) this.#delivered += 1;
    else this.#lost += 1;
    this.#onChange();
  }

  #count(subject: string, by: number): void {
    this.#pendingOf.set(subject, this.pendingOf(subject) + by);
  }

  /** The first retry is immediate, then with growing pauses (F§2.1). */
  #retryLater(post: Post, tries: number): void {
    const delayMs =
      tries === 0
        ? 0
        : Math.min(FIRST_RETRY_DELAY_MS * 2 ** Math.min(tries - 1, 20), this.#options.maxRetryDelayMs);
    const timer = setTimeout(() => {
      this.#retryTimers.delete(timer);
      void this.#deliver(post, tries + 1);
    }, delayMs);
    this.#retryTimers.add(timer);
  }

  async #post(post: Post): Promise<boolean> {
    if (this.#pool === undefined || this.#url === undefined) return false;
    this.#attempts += 1;
    try {
      const response = await this.#pool.request({
        method: 'POST',
        path: `${this.#url.pathname}${this.#url.search}`,
        headers: {
          'content-type': 'application/json',
          'user-agent': 'facebookexternalua',
          'x-hub-signature-256': post.signature,
        },
        body: post.body,
        headersTimeout: RECEIVER_TIMEOUT_MS,
        bodyTimeout: RECEIVER_TIMEOUT_MS,
      });
      await response.body.dump();
      return response.statusCode === 200;
    } catch {
      // Refused, reset, timed out: for the receiver's sake all the same, Meta tries again.
      return false;
    }
  }
}
