// Examines what Jornada stands on, for `jornada doctor`: the configuration's servers, else those of the running
// `jornada dev`. Reads only; nothing is changed anywhere.

import type { ConnectOptions } from '../../cli/command-ports.ts';
import type { Check } from '../../cli/doctor/check.ts';
import type { Config } from '../../config.ts';
import { findServer } from '../connect-server.ts';
import { type DevStack, findDevStack } from '../dev-file.ts';
import { readConfigOrUsage } from '../read-config-or-usage.ts';
import { checkDatabase } from './check-database.ts';
import { checkNode } from './check-node.ts';
import { checkSecrets } from './check-secrets.ts';
import { checkSender } from './check-sender.ts';
import { checkServer } from './check-server.ts';
import { checkTemporal } from './check-temporal.ts';

/** @throws CliError usage, where the environment is not usable */
export async function examine(options: ConnectOptions): Promise<readonly Check[]> {
  const config = readConfigOrUsage();
  const dev = findDevStack(options.folder);
  const server = findServer(options, config);
  const groups = await Promise.all([
    checkNode(process.versions.node),
    checkDatabase(config.databaseUrl ?? dev?.databaseUrl),
    checkTemporal(toTemporal(config, dev)),
    checkSender(toSender(config, dev)),
    checkServer({
      ...server,
      databaseUrl: config.databaseUrl ?? dev?.databaseUrl,
    }),
    checkSecrets(config.secrets, { ...server, folder: options.folder }),
  ]);
  return groups.flat();
}

function toTemporal({ temporal }: Config, dev: DevStack | undefined) {
  if (temporal.address !== undefined) return { address: temporal.address, namespace: temporal.namespace };
  return dev?.temporal;
}

/** The stack of `jornada dev` sends through its own emulator. */
function toSender({ whatsapp }: Config, dev: DevStack | undefined) {
  const { accessToken, phoneNumberId, accountId, baseUrl, apiVersion } = whatsapp;
  if (accessToken === undefined || phoneNumberId === undefined || accountId === undefined) return dev?.sender;
  return { baseUrl, apiVersion, accessToken, phoneNumberId, accountId };
}
