// The form of an issue's prose: a message and a hint, and the languages it exists in. Types only.

/** A language that messages exist in. */
export type Language = 'en' | 'ko';

export interface Prose {
  /** What is wrong. */
  readonly message: string;
  /** What to do next. */
  readonly hint: string;
}
