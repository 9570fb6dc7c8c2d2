// Scripts of an emulator: for each key (a phone, an address, a template) a queue of behaviours of which each
// request takes one and the last stays for good. In memory only.

export class ScriptQueue<Behaviour> {
  readonly #queues = new Map<string, readonly Behaviour[]>();

  /** Replaces the script of `key`; an empty list removes it, so that the default applies again. */
  set(key: string, behaviours: readonly Behaviour[]): void {
    if (behaviours.length === 0) this.#queues.delete(key);
    else this.#queues.set(key, behaviours);
  }

  /** The behaviour for the next request, or undefined when `key` has no script. */
  take(key: string): Behaviour | undefined {
    const queue = this.#queues.get(key);
    if (queue === undefined) return undefined;
    if (queue.length > 1) this.#queues.set(key, queue.slice(1));
    return queue[0];
  }

  clear(): void {
    this.#queues.clear();
  }
}
