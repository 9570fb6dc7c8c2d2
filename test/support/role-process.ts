// One role of the product (server, worker, dispatcher) as a process of its own, started as `npm run` starts it, that
// a test may kill. Invariant: none outlives the test file, however that ends.

import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import { forgetOrphan, watchOrphan } from '../../src/embedded/orphan-guard.ts';

export type RoleName = 'server' | 'worker' | 'dispatcher';

export interface RoleProcess {
  /** Resolves when the role says that it is running. */
  readonly running: Promise<void>;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
}

export interface Roles {
  start(role: RoleName, environment?: Readonly<Record<string, string>>): RoleProcess;
  /** Starts it again whenever it ends by itself, as whoever supervises it does. */
  supervise(role: RoleName): RoleProcess;
  killAll(): Promise<void>;
}

class RoleEndedError extends Error {
  override readonly name = 'RoleEndedError';
  readonly code = 'TEST_ROLE_ENDED';
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Processes against the world that `environment` describes (`world.local.environment`). */
export function createRoles(environment: Readonly<Record<string, string>>): Roles {
  const all = new Set<RoleProcess>();
  const shared = {
    ...environment,
    JORNADA_WORKFLOW_BUNDLE: inject('stack').workflowBundle,
    LOG_LEVEL: 'info',
  };
  const keep = (role: RoleProcess): RoleProcess => {
    all.add(role);
    return role;
  };
  return {
    start: (role, more = {}) => keep(startRole(role, { ...shared, ...more })),
    supervise: (role) => keep(superviseRole(role, shared)),
    async killAll() {
      await Promise.all([...all].map((role) => role.kill()));
      all.clear();
    },
  };
}

function superviseRole(name: RoleName, environment: Readonly<Record<string, string>>): RoleProcess {
  let isWanted = true;
  const startNext = () =>
    startRole(name, environment, () => {
      if (isWanted) current = startNext();
    });
  let current = startNext();
  return {
    running: current.running,
    async kill() {
      isWanted = false;
      await current.kill();
    },
  };
}

function startRole(
  name: RoleName,
  environment: Readonly<Record<string, string>>,
  onExit: () => void = () => {},
): RoleProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', `src/main/${name}.ts`], {
    cwd: root,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (child.pid !== undefined) watchOrphan(child.pid, 'SIGKILL');
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => {
      if (child.pid !== undefined) forgetOrphan(child.pid);
      resolve();
      onExit();
    });
  });
  const running = untilRunning(name, child, exited);
  // Awaited by some tests only.
  running.catch(() => {});
  return {
    running,
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

function untilRunning(name: RoleName, child: ChildProcess, exited: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said = `${said}${chunk}`.slice(-4_000);
      if (said.includes('"msg":"running"')) resolve();
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    void exited.then(() => reject(new RoleEndedError(`The ${name} ended before it was running:\n${said}`)));
  });
}
