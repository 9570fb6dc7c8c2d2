// This tab's name, the same after a reload: whose local copies are whose. The name of an open tab is locked, so that a
// duplicated tab takes another one, and what a closed tab has left is known to be left.

const storageKey = 'jornada.tab';
/** The page before a reload lets go of its name within this time. */
const reloadMs = 500;
let own: Promise<string> | undefined;

/** The same for as long as the tab is open, and after a reload. */
export function ownTab(): Promise<string> {
  own ??= claim(sessionStorage.getItem(storageKey) ?? newName());
  return own;
}

/** Names of the tabs that are open. Undefined where the browser does not say: locks are for secure addresses only. */
export async function openTabs(): Promise<ReadonlySet<string> | undefined> {
  if (!hasLocks()) return undefined;
  const { held = [] } = await navigator.locks.query();
  return new Set(
    held.flatMap(({ name }) => (name?.startsWith(lockOf('')) ? [name.slice(lockOf('').length)] : [])),
  );
}

async function claim(name: string): Promise<string> {
  const isOwn = !hasLocks() || (await lock(name));
  if (!isOwn) return claim(newName());
  sessionStorage.setItem(storageKey, name);
  return name;
}

/** Holds the name until the page is gone. @returns false where another tab has it and keeps it */
function lock(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const options = { signal: AbortSignal.timeout(reloadMs) };
    const hold = () => {
      resolve(true);
      return new Promise(() => {});
    };
    navigator.locks.request(lockOf(name), options, hold).catch(() => resolve(false));
  });
}

/** Browsers have none on addresses that are not secure, whatever the types say. */
function hasLocks(): boolean {
  return 'locks' in navigator;
}

function lockOf(name: string): string {
  return `jornada.tab.${name}`;
}

function newName(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
