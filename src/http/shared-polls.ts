// What many watch is read once: one poll per key, shared by all who listen to it, that tells them when what it reads has
// changed. It begins with the first listener and ends with the last.

export interface SharedPollsOptions {
  /** Pause between two readings, in milliseconds. A reading that takes long is followed by a longer one. */
  readonly everyMs?: number;
  /** Told of readings that failed; the next one may succeed. */
  readonly onFailure: (error: unknown) => void;
}

export interface SharedPollListener<Value> {
  readonly tell: (value: Value) => void;
  /** Nothing could be read for a while: what was told last may be old, and nothing more is told. */
  readonly lose: () => void;
}

export interface SharedPolls {
  /**
   * Tells what is read now, and whenever it has changed since.
   *
   * @param read gives JSON; that of the first listener serves all of the key
   * @returns what ends it
   */
  listen<Value>(key: string, read: () => Promise<Value>, listener: SharedPollListener<Value>): () => void;
}

/** So that readings take a tenth of the time at most, however long they are. */
const restFactor = 9;
const longestRestMs = 10_000;

/** In a row, before those who listen are told that they hear nothing new. */
const failuresBorne = 5;

/** Readings at once: whatever many watch, connections are left for who asks or tells something. */
const readersAtOnce = 4;

export function createSharedPolls({ everyMs = 1_000, onFailure }: SharedPollsOptions): SharedPolls {
  const polls = new Map<string, Poll>();
  const inTurn = createTurns(readersAtOnce);
  return {
    listen<Value>(key: string, read: () => Promise<Value>, { tell, lose }: SharedPollListener<Value>) {
      const poll = polls.get(key) ?? new Poll(() => inTurn(read), { everyMs, onFailure });
      polls.set(key, poll);
      const listener: Listener = { hear: (json) => tell(JSON.parse(json) as Value), lose };
      poll.add(listener);
      return () => {
        poll.remove(listener);
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

interface Listener {
  readonly hear: (json: string) => void;
  readonly lose: () => void;
}

class Poll {
  readonly #read: () => Promise<unknown>;
  readonly #options: Required<SharedPollsOptions>;
  readonly #listeners = new Set<Listener>();
  /** As JSON. */
  #last: string | undefined;
  #failures = 0;
  #isRunning = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(read: () => Promise<unknown>, options: Required<SharedPollsOptions>) {
    this.#read = read;
    this.#options = options;
  }

  get isIdle(): boolean {
    return this.#listeners.size === 0;
  }

  add(listener: Listener): void {
    this.#listeners.add(listener);
    if (this.#last !== undefined) listener.hear(this.#last);
    if (!this.#isRunning) void this.#run();
  }

  remove(listener: Listener): void {
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
      this.#failures = 0;
      if (json === this.#last) return;
      this.#last = json;
      for (const { hear } of this.#listeners) hear(json);
    } catch (error) {
      this.#failures += 1;
      this.#options.onFailure(error);
      if (this.#failures < failuresBorne) return;
      this.#last = undefined;
      for (const { lose } of [...this.#listeners]) lose();
    }
  }
}
