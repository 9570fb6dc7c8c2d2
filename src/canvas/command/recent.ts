// The commands that were used last, in this browser.

const storageKey = 'jornada.recent-commands';
const kept = 5;

/** The newest first. */
export function recentCommands(): readonly string[] {
  const stored = localStorage.getItem(storageKey);
  return stored === null || stored === '' ? [] : stored.split(' ');
}

/** @param id without spaces */
export function rememberCommand(id: string): void {
  const others = recentCommands().filter((other) => other !== id);
  localStorage.setItem(storageKey, [id, ...others].slice(0, kept).join(' '));
}
