// What every role of the product is, once started.

export interface RunningRole {
  /** Stops taking work, lets what is in flight end, closes what was opened. */
  stop(): Promise<void>;
}
