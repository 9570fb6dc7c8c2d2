// Runs one role as a process: configuration from the environment, clean stop on SIGINT and SIGTERM, exit code 1
// with a message where it cannot start.

import { type Logger, pino } from 'pino';
import { type Config, ConfigError, readConfig } from '../config.ts';
import { connectTemporal } from '../embedded/temporal-server.ts';
import { migrateUrl } from '../store/migrate.ts';
import type { RunningRole } from './running-role.ts';

export interface RoleContext {
  readonly config: Config;
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly log: Logger;
}

/** Starts the role and keeps it running until a signal comes. */
export async function runRole(
  name: string,
  start: (context: RoleContext) => Promise<RunningRole>,
): Promise<void> {
  const config = await orExit(async () => readConfig());
  const log = pino({ name, level: config.logLevel });
  const { databaseUrl } = config;
  const temporalAddress = config.temporal.address;
  if (databaseUrl === undefined || temporalAddress === undefined) {
    process.stderr.write(
      `${name} needs DATABASE_URL and TEMPORAL_ADDRESS. For everything on this machine: npm start.\n`,
    );
    process.exit(1);
  }
  await migrateUrl(databaseUrl);
  await connectTemporal({ address: temporalAddress, namespace: config.temporal.namespace });
  // What the configuration names, files for example, is read as the role starts.
  const role = await orExit(() => start({ config, databaseUrl, temporalAddress, log }));
  log.info('running');
  stopOnSignal(log, () => role.stop());
}

/** Ends the process cleanly on the first signal, at once on the second. */
export function stopOnSignal(log: Pick<Logger, 'info' | 'error'>, stop: () => Promise<void>): void {
  let isStopping = false;
  const onSignal = async (): Promise<void> => {
    if (isStopping) process.exit(1);
    isStopping = true;
    log.info('stopping');
    try {
      await stop();
      process.exit(0);
    } catch (error) {
      log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'did not stop cleanly');
      process.exit(1);
    }
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}

async function orExit<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
