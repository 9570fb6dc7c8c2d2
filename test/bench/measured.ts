// What every bench gives: figures with their units in the name, and ratios of ours to the other side's.

export interface Measured {
  readonly bench: string;
  readonly figures: Readonly<Record<string, number>>;
  readonly ratios: Readonly<Record<string, number>>;
  /** For people only. */
  readonly notes?: readonly string[];
}
