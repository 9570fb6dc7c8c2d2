// The data of an event as it is typed. Pure.

type Data = { readonly [name: string]: unknown };

/** Undefined where the text is no JSON object. Nothing typed is an event without data. */
export function parseEvent(text: string): Data | undefined {
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return isData(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
