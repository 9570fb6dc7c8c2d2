// JSON of a provider that may not be JSON: an unreadable answer is a fact to classify, not an error.

/** The parsed value, or undefined where the text is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
