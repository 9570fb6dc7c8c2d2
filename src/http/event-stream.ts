// Server-sent events to one listener. Who reads slowly gets the newest body only, never a queue of old ones: what is sent is
// state, not history. A comment now and then keeps proxies from hanging up. (`@fastify/sse` queues, and keeps a closing
// server waiting for its listeners.)

import { Readable } from 'node:stream';

export interface EventStreamOptions {
  /** Name of the event. */
  readonly event: string;
  /** Between two comments, in milliseconds. */
  readonly heartbeatMs?: number;
  /** Asked at each comment: who may listen no longer is hung up on. */
  readonly mayListen?: () => Promise<boolean>;
}

/** How long a browser waits before it connects again, in milliseconds. */
const retryMs = 2_000;

export class EventStream extends Readable {
  readonly #options: EventStreamOptions;
  readonly #heart: NodeJS.Timeout;
  #newest: string | undefined;
  /** The reader has taken all it was given. */
  #isHungry = false;
  /** What comes between the end and the close would be an error of the stream. */
  #isOver = false;

  constructor(options: EventStreamOptions) {
    // One byte: nothing is taken ahead of the reader.
    super({ highWaterMark: 1 });
    this.#options = options;
    this.#heart = setInterval(() => void this.#beat(), options.heartbeatMs ?? 15_000);
    this.push(`retry: ${retryMs}\n\n`);
  }

  /** Sends the body as soon as the reader has room, unless a newer one comes first. */
  tell(body: unknown): void {
    this.#newest = JSON.stringify(body);
    this.#feed();
  }

  /** Nothing more will come. */
  end(): void {
    clearInterval(this.#heart);
    this.#isOver = true;
    if (!this.readableEnded && !this.destroyed) this.push(null);
  }

  override _read(): void {
    this.#isHungry = true;
    this.#feed();
  }

  override _destroy(error: Error | null, callback: (error?: Error | null) => void): void {
    clearInterval(this.#heart);
    callback(error);
  }

  #feed(): void {
    if (this.#isOver || !this.#isHungry || this.#newest === undefined) return;
    this.#isHungry = false;
    const data = this.#newest;
    this.#newest = undefined;
    // JSON has no line breaks of its own.
    this.push(`event: ${this.#options.event}\ndata: ${data}\n\n`);
  }

  async #beat(): Promise<void> {
    const { mayListen = async () => true } = this.#options;
    if (!(await mayListen())) return this.end();
    if (this.#isOver || !this.#isHungry) return;
    this.#isHungry = false;
    this.push(': \n\n');
  }
}
