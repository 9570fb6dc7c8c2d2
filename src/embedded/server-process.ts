// Runs one server as a child: log file, readiness, orderly stop. The child leads its own process group, so Ctrl-C in
// a terminal reaches us only and we decide the order in which things end.

import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { EmbeddedError } from './embedded-error.ts';
import { forgetOrphan, watchOrphan } from './orphan-guard.ts';
import { findProcess } from './process-identity.ts';

export interface ServerCommand {
  /** For messages: "PostgreSQL". */
  readonly title: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly logFile: string;
  /** Written by us when given; servers that write their own leave it out. */
  readonly pidFile?: string;
  readonly user?: { readonly uid: number; readonly gid: number } | undefined;
  readonly stopSignal: NodeJS.Signals;
  /** Resolves when the server serves, rejects while it does not. */
  probe(): Promise<unknown>;
}

export interface ServerProcess {
  /** Asks it to stop, waits, and kills it after ten seconds. Does nothing when it has ended. */
  stop(): Promise<void>;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
}

const startTimeoutMs = 60_000;
const stopTimeoutMs = 10_000;

/** @throws EmbeddedError `EMBEDDED_START_FAILED` with the end of the server's log */
export async function startServerProcess(server: ServerCommand): Promise<ServerProcess> {
  const child = spawnServer(server);
  const exited = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
  if (child.pid !== undefined) {
    const { pid } = child;
    watchOrphan(pid, server.stopSignal);
    if (server.pidFile !== undefined) writeFileSync(server.pidFile, String(pid));
    void exited.then(() => forgetOrphan(pid));
  }
  const process: ServerProcess = {
    stop: () => endChild(child, { exited, signal: server.stopSignal }),
    kill: () => endChild(child, { exited, signal: 'SIGKILL' }),
  };
  try {
    await waitUntilReady(server, exited);
  } catch (error) {
    await process.kill();
    throw error;
  }
  child.unref();
  return process;
}

/**
 * Ends the server that an earlier, crashed process left behind. The id in the file is trusted only
 * if that process's command line holds `marker` (its data folder).
 */
export async function endOrphan(
  pidFile: string,
  { marker, signal }: { marker: string; signal: NodeJS.Signals },
): Promise<void> {
  const pid = readPid(pidFile);
  if (pid === undefined || !isOurs(pid, marker)) return;
  for (const [attempt, graceMs] of [
    [signal, stopTimeoutMs],
    ['SIGKILL', 2_000],
  ] as const) {
    process.kill(pid, attempt);
    const deadline = Date.now() + graceMs;
    while (Date.now() < deadline) {
      if (!isOurs(pid, marker)) return;
      await wait(50);
    }
  }
}

function spawnServer({ command, args, logFile, user }: ServerCommand): ChildProcess {
  const log = openSync(logFile, 'w', 0o600);
  try {
    return spawn(command, args, {
      stdio: ['ignore', log, log],
      detached: true,
      ...(user === undefined ? {} : { uid: user.uid, gid: user.gid }),
      cwd: '/',
      // Nothing of ours: PG*, TEMPORAL_* and a person's CLI profile would change what the servers do.
      env: { HOME: '/', TZ: 'UTC', LC_ALL: 'C' },
    });
  } finally {
    closeSync(log);
  }
}

async function waitUntilReady(
  { title, logFile, probe }: ServerCommand,
  exited: Promise<void>,
): Promise<void> {
  let ended = false;
  void exited.then(() => {
    ended = true;
  });
  const deadline = Date.now() + startTimeoutMs;
  let lastError: unknown;
  while (!ended && Date.now() < deadline) {
    try {
      await probe();
      return;
    } catch (error) {
      lastError = error;
      await Promise.race([exited, wait(40)]);
    }
  }
  const seconds = startTimeoutMs / 1_000;
  const text = ended
    ? { en: `${title} ended while it started.`, ko: `${title} 서버가 시작하는 중에 종료되었습니다.` }
    : {
        en: `${title} was not ready within ${seconds} seconds.`,
        ko: `${title} 서버가 ${seconds}초 안에 준비되지 않았습니다.`,
      };
  const log = tail(logFile);
  throw new EmbeddedError(
    'EMBEDDED_START_FAILED',
    { en: `${text.en}\n${log}`, ko: `${text.ko}\n${log}` },
    { cause: lastError },
  );
}

async function endChild(
  child: ChildProcess,
  { exited, signal }: { exited: Promise<void>; signal: NodeJS.Signals },
): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  child.ref();
  child.kill(signal);
  const timer = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs);
  await exited;
  clearTimeout(timer);
}

function readPid(pidFile: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
    return pid > 1 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isOurs(pid: number, marker: string): boolean {
  return findProcess(pid)?.command.includes(marker) === true;
}

function tail(logFile: string): string {
  try {
    return readFileSync(logFile, 'utf8').trim().split('\n').slice(-15).join('\n');
  } catch {
    return '';
  }
}
