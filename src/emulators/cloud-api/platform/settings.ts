// Settings of emulated objects by id: everything starts with the same ones, and a script changes some of one. In memory.

export class Settings<State extends object> {
  readonly #initial: State;
  readonly #changed = new Map<string, State>();

  constructor(initial: State) {
    this.#initial = initial;
  }

  of(id: string): State {
    return this.#changed.get(id) ?? this.#initial;
  }

  change(id: string, patch: Partial<State>): void {
    this.#changed.set(id, { ...this.of(id), ...patch });
  }

  clear(): void {
    this.#changed.clear();
  }
}
