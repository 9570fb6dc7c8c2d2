// Settings of emulated objects by id: everything starts with the same ones, and a script changes some of one. In memory.

export class Settings<State extends object> {
  readonly #initial: State;
  readonly #changed = new Map<string, State>();
  readonly #onChange: ((id: string, before: State, after: State) => void) | undefined;

  /** @param onChange hears of each change after it was made */
  constructor(initial: State, onChange?: (id: string, before: State, after: State) => void) {
    this.#initial = initial;
    this.#onChange = onChange;
  }

  of(id: string): State {
    return this.#changed.get(id) ?? this.#initial;
  }

  change(id: string, patch: Partial<State>): void {
    const before = this.of(id);
    const after = { ...before, ...patch };
    this.#changed.set(id, after);
    this.#onChange?.(id, before, after);
  }

  clear(): void {
    this.#changed.clear();
  }
}
