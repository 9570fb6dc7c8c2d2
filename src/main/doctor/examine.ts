// Examines what Jornada stands on, for `jornada doctor`: the configuration's servers, else those of the running
// `jornada dev`. Reads only; nothing is changed anywhere.

import type { ConnectOptions } from '../../cli/command-ports.ts';
import type { Check } from '../../cli/doctor/check.ts';
import type { Config } from '../../config.ts';
import { findServer } from '../connect-server.ts';
import { type DevStack, findDevStack } from '../dev-file.ts';
import { openSenderBookOrUsage, readConfigOrUsage } from '../read-config-or-usage.ts';
import type { SenderSettings } from '../senders-file.ts';
import { checkDatabase } from './check-database.ts';
import { checkNode } from './check-node.ts';
import { checkSecrets } from './check-secrets.ts';
import { checkSenders, type SenderAccess } from './check-sender.ts';
import { checkServer } from './check-server.ts';
import { checkTemporal } from './check-temporal.ts';
import { checkWebhook } from './check-webhook.ts';

/** @throws CliError usage, where the environment is not usable */
export async function examine(options: ConnectOptions): Promise<readonly Check[]> {
  const config = readConfigOrUsage();
  const dev = findDevStack(options.folder);
  const server = findServer(options, config);
  const groups = await Promise.all([
    checkNode(process.versions.node),
    checkDatabase(config.databaseUrl ?? dev?.databaseUrl),
    checkTemporal(toTemporal(config, dev)),
    checkSenders(await listSenders(config, dev)),
    checkWebhook(config, server.url),
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

/** The configured ones, else that of `jornada dev`, which sends through its own emulator. */
async function listSenders(config: Config, dev: DevStack | undefined): Promise<readonly SenderAccess[]> {
  const book = await openSenderBookOrUsage(config);
  const senders = book.list().map((settings) => ({
    ...settings,
    accountId: settings.accountId,
    accessToken: book.find(settings.phoneNumberId)?.accessToken,
    tokenPlace: placeOf(config, settings),
  }));
  if (senders.length > 0 || dev === undefined) return senders;
  return [{ ...dev.sender, name: 'default', provider: 'meta', tokenPlace: '.jornada/dev.json' }];
}

function placeOf({ sendersFile }: Config, { token }: SenderSettings): string {
  if (sendersFile === undefined || token === undefined) return 'WHATSAPP_ACCESS_TOKEN';
  if ('file' in token) return token.file;
  return 'env' in token ? token.env : sendersFile;
}
