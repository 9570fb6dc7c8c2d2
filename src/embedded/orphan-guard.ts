// Our end of the orphan guard: one guard process per Node process, started with the first server, ended with the last.
// Invariant: a watched process ends at the latest when we do, however we end.

import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const watched = new Set<number>();
let guard: ChildProcess | undefined;

/** Has the process signalled when this one is gone. */
export function watchOrphan(pid: number, signal: NodeJS.Signals): void {
  guard ??= startGuard();
  watched.add(pid);
  guard.stdin?.write(`+${pid} ${signal}\n`);
}

/** Call when the process has ended, before its id can be used again. */
export function forgetOrphan(pid: number): void {
  if (!watched.delete(pid)) return;
  guard?.stdin?.write(`-${pid}\n`);
  if (watched.size > 0) return;
  guard?.stdin?.end();
  guard = undefined;
}

function startGuard(): ChildProcess {
  const script = fileURLToPath(new URL('./orphan-guard.mjs', import.meta.url));
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  // Losing the guard loses only a safety net: the next start ends orphans as well.
  child.on('error', () => {});
  child.stdin?.on('error', () => {});
  child.unref();
  if (child.stdin !== null && 'unref' in child.stdin && typeof child.stdin.unref === 'function')
    child.stdin.unref();
  return child;
}
