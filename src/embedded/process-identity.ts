// Tells whether a process id still means the process we once wrote down: ids are used again after a crash or reboot.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

export interface ProcessIdentity {
  readonly command: string;
  /** Opaque, equal for the same process only: when it started. */
  readonly startedAt: string;
}

/** Undefined when no such process lives (or, on Windows, when we cannot tell). */
export function findProcess(pid: number): ProcessIdentity | undefined {
  try {
    return existsSync('/proc/self/stat') ? fromProc(pid) : fromPs(pid);
  } catch {
    return undefined;
  }
}

function fromProc(pid: number): ProcessIdentity | undefined {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The second field is the name in brackets and may hold spaces; fields after it: state is 0, start time is 19.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z') return undefined;
  const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  return { command, startedAt: fields[19] ?? '' };
}

function fromPs(pid: number): ProcessIdentity {
  const ask = (field: string): string =>
    execFileSync('ps', ['-o', `${field}=`, '-p', String(pid)], { encoding: 'utf8' }).trim();
  return { command: ask('command'), startedAt: ask('lstart') };
}
