// The client that commands talk to a server with: address and key from flags, else the environment, else the running
// `jornada dev`.

import { CliError } from '../cli/cli-error.ts';
import type { ConnectOptions } from '../cli/command-ports.ts';
import { type Client, createClient } from '../client/client.ts';
import type { Config } from '../config.ts';
import { findDevStack } from './dev-file.ts';
import { readConfigOrUsage } from './read-config-or-usage.ts';

/** @throws CliError unreachable, where nothing says which server or with which key */
export function connectServer(options: ConnectOptions): Client {
  const { url: address, apiKey: key } = findServer(options, readConfigOrUsage());
  if (address === undefined) {
    throw CliError.unreachable({
      en: 'No server is known. Start one here with `jornada dev`, or give --url or JORNADA_URL.',
      ko: '서버를 알 수 없습니다. 여기에서 `jornada dev`로 시작하거나 --url 또는 JORNADA_URL을 지정하세요.',
    });
  }
  if (key === undefined) {
    throw CliError.usage({
      en: `No key for ${address}. Give --api-key or JORNADA_API_KEY.`,
      ko: `${address}의 API 키가 없습니다. --api-key 또는 JORNADA_API_KEY를 지정하세요.`,
    });
  }
  return createClient({ url: address, apiKey: key, language: options.language });
}

/** What flags, environment and the stack here say of the server. */
export function findServer(
  { url, apiKey, folder }: ConnectOptions,
  config: Config,
): { readonly url: string | undefined; readonly apiKey: string | undefined } {
  const dev = findDevStack(folder);
  const address = url ?? config.serverUrl ?? dev?.url;
  // The key of the stack here is nobody else's business.
  const own = dev !== undefined && address === dev.url ? dev.apiKey : undefined;
  return { url: address, apiKey: apiKey ?? config.http.apiKey ?? own };
}
