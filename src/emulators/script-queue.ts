// Scripts of an emulator: for each key (a phone, an address, a template) a queue of behaviours of which each
// request takes one and the last stays for good. Somebody may follow a key instead and decide request by request. In
// memory only.

export class ScriptQueue<Behaviour> {
  readonly #queues = new Map<string, readonly Behaviour[]>();
  readonly #followers = new Map<string, () => Behaviour | undefined>();

  /** Replaces the script of `key`; an empty list removes it, so that the default applies again. */
  set(key: string, behaviours: readonly Behaviour[]): void {
    if (behaviours.length === 0) this.#queues.delete(key);
    else this.#queues.set(key, behaviours);
  }

  /** Asks `next` at each request of `key`; where that says nothing, the script goes on. */
  follow(key: string, next: () => Behaviour | undefined): void {
    this.#followers.set(key, next);
  }

  /** The behaviour for the next request, or undefined when `key` has no script. */
  take(key: string): Behaviour | undefined {
    const decided = this.#followers.get(key)?.();
    if (decided !== undefined) return decided;
    const queue = this.#queues.get(key);
    if (queue === undefined) return undefined;
    if (queue.length > 1) this.#queues.set(key, queue.slice(1));
    return queue[0];
  }

  clear(): void {
    this.#queues.clear();
    this.#followers.clear();
  }
}
