// Texts as authors have written them: a journey that was read from a text keeps it, so that lines stay where they are and
// undo brings back the very text. Kept by identity, as long as the journey is.

const texts = new WeakMap<object, string>();

/** @param value a journey or a step */
export function keepWritten(value: object, text: string): void {
  texts.set(value, text);
}

/** Undefined where it was never a text. */
export function writtenText(value: object): string | undefined {
  return texts.get(value);
}
