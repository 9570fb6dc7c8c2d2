// What many watch is read once: one poll per key, shared by all who listen to it, that tells them when what it reads has
// changed. It begins with the first listener and ends with the last.

export interface SharedPollsOptions {
  /** Pause between two readings, in milliseconds. A reading that takes long is followed by a longer one. */
  readonly everyMs?: number;
  /** Told of readings that failed; the next one may succeed. */
  readonly onFailure: (error: unknown) => void;
}

export interface SharedPolls {
  /**
   * Tells what is read now, and whenever it has changed since.
   *
   * @param read gives JSON; that of the first listener serves all of the key
   * @returns what ends it
   */
  listen<Value>(key: string, read: () => Promise<Value>, tell: (value: Value) => void): () => void;
}

/** So that readings take a tenth of the time at most, however long they are. */
const restFactor = 9;
const longestRestMs = 10_000;

/** Readings at once: whatever many watch, connections are left for who asks or tells something. */
const readersAtOnce = 4;

export function createSharedPolls({ everyMs = 1_000, onFailure }: SharedPollsOptions): SharedPolls {
  const polls = new Map<string, Poll>();
  const inTurn = createTurns(readersAtOnce);
  return {
    listen<Value>(key: string, read: () => Promise<Value>, tell: (value: Value) => void) {
      const poll = polls.get(key) ?? new Poll(() => inTurn(read), { everyMs, onFailure });
      polls.set(key, poll);
      const hear = (json: string) => tell(JSON.parse(json) as Value);
      poll.add(hear);
      return () => {
        poll.remove(hear);
        if (poll.isIdle && polls.get(key) === poll) polls.delete(key);
      };
    },
  };
}

/** @returns what does something as soon as fewer than `most` others are under way, in the order of asking */
function createTurns(most: number): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let free = most;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else free -= 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}

type Hear = (json: string) => void;

class Poll {
  readonly #read: () => Promise<unknown>;
  readonly #options: Required<SharedPollsOptions>;
  readonly #listeners = new Set<Hear>();
  /** As JSON. */
  #last: string | undefined;
  #isRunning = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(read: () => Promise<unknown>, options: Required<SharedPollsOptions>) {
    this.#read = read;
    this.#options = options;
  }

  get isIdle(): boolean {
    return this.#listeners.size === 0;
  }

  add(listener: Hear): void {
    this.#listeners.add(listener);
    if (this.#last !== undefined) listener(this.#last);
    if (!this.#isRunning) void this.#run();
  }

  remove(listener: Hear): void {
    this.#listeners.delete(listener);
    if (this.isIdle) clearTimeout(this.#timer);
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    const startedMs = performance.now();
    await this.#look();
    if (this.isIdle) return;
    const tookMs = performance.now() - startedMs;
    const restMs = Math.max(this.#options.everyMs, Math.min(longestRestMs, tookMs * restFactor));
    this.#timer = setTimeout(() => void this.#run(), restMs);
  }

  async #look(): Promise<void> {
    try {
      const json = JSON.stringify(await this.#read());
      if (json === this.#last) return;
      this.#last = json;
      for (const hear of this.#listeners) hear(json);
    } catch (error) {
      this.#options.onFailure(error);
    }
  }
}
