// A Temporal development server of our own, on loopback, with its data in one SQLite file and time skipping switched on.
// It can be taken away and brought back on the same ports and data, which is how its outages are tested.

import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { findFreePort, startOnFreePorts } from './free-port.ts';
import type { Progress } from './progress.ts';
import { endOrphan, type ServerCommand, startServerProcess } from './server-process.ts';
import { connectTemporal, searchAttributes, type TemporalServer } from './temporal-server.ts';

export interface TemporalOptions {
  readonly dataDir: string;
  /** Path of the `temporal` program, see `findTemporalBinary`. */
  readonly binary: string;
  /** Free ones by default. */
  readonly port?: number;
  readonly uiPort?: number;
  readonly namespace?: string;
  readonly onProgress?: Progress;
}

export interface RunningTemporal extends TemporalServer {
  readonly uiUrl: string;
  stop(): Promise<void>;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
  /** Stops it if it runs, and starts it on the same ports and data. */
  restart(): Promise<void>;
}

/** @throws EmbeddedError `EMBEDDED_START_FAILED` */
export function startTemporal(options: TemporalOptions): Promise<RunningTemporal> {
  return startOnFreePorts(() => start(options));
}

async function start(options: TemporalOptions): Promise<RunningTemporal> {
  const { namespace = 'default', onProgress = () => {} } = options;
  const port = options.port ?? (await findFreePort());
  const uiPort = options.uiPort ?? (await findFreePort());
  const folder = resolve(options.dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const database = join(folder, 'temporal.db');
  const pidFile = join(folder, 'temporal.pid');
  const address = `127.0.0.1:${port}`;
  const command: ServerCommand = {
    title: 'Temporal',
    // The server runs in another folder.
    command: resolve(options.binary),
    args: startArguments({ port, uiPort, database, namespace }),
    logFile: join(folder, 'temporal.log'),
    pidFile,
    stopSignal: 'SIGTERM',
    async probe() {
      // gRPC would wait a second before it tries again; a plain connection says at once whether it is up.
      await probePort(port);
      await connectTemporal({ address, namespace, connectTimeoutMs: 2_000 });
    },
  };
  await endOrphan(pidFile, { marker: database, signal: 'SIGTERM' });
  onProgress({ en: 'Starting Temporal', ko: 'Temporal을 시작합니다' });
  let server = await startServerProcess(command);
  return {
    address,
    namespace,
    uiUrl: `http://127.0.0.1:${uiPort}`,
    canSkipTime: true,
    stop: () => server.stop(),
    kill: () => server.kill(),
    async restart() {
      await server.stop();
      server = await startServerProcess(command);
    },
  };
}

function startArguments(options: {
  port: number;
  uiPort: number;
  database: string;
  namespace: string;
}): string[] {
  const { port, uiPort, database, namespace } = options;
  const skipping = {
    'frontend.WorkflowTimeSkippingEnabled': 'true',
    // Skipped timers then fire after 10 ms instead of a second.
    'history.timerProcessorMaxTimeShift': '"10ms"',
    'history.timerProcessorMaxPollRPS': '1000',
  };
  return [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--ui-port', String(uiPort)],
    ...[
      '--namespace',
      namespace,
      '--db-filename',
      database,
      '--log-level',
      'warn',
      '--ui-disable-news-fetch',
    ],
    ...['--sqlite-pragma', 'journal_mode=wal', '--sqlite-pragma', 'synchronous=normal'],
    ...Object.entries(searchAttributes).flatMap(([name, kind]) => ['--search-attribute', `${name}=${kind}`]),
    ...Object.entries(skipping).flatMap(([key, value]) => ['--dynamic-config-value', `${key}=${value}`]),
  ];
}

function probePort(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.destroy();
      resolve();
    });
  });
}
