// A text that is no journey yet, kept in this browser until it is: a reload loses nothing.

export interface KeptText {
  readonly text: string;
  /** What the text began with: what has changed on the canvas since is told from it. */
  readonly base: string;
}

const prefix = 'jornada.text.';

/** @param name the journey's id, and the path of the part */
export function keepText(name: string, kept: KeptText): void {
  try {
    localStorage.setItem(prefix + name, JSON.stringify(kept));
  } catch {
    // The storage is full or forbidden: the text is in the editor still.
  }
}

export function dropText(name: string): void {
  localStorage.removeItem(prefix + name);
}

export function keptText(name: string): KeptText | undefined {
  const stored = localStorage.getItem(prefix + name);
  if (stored === null) return undefined;
  const { text, base } = JSON.parse(stored) as Partial<KeptText>;
  return text === undefined || base === undefined ? undefined : { text, base };
}
