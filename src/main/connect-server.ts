// The client that commands talk to a server with: address and key from flags, else the environment, else the running
// `jornada dev`.

import { CliError } from '../cli/cli-error.ts';
import type { ConnectOptions } from '../cli/command-ports.ts';
import { type Client, createClient } from '../client/client.ts';
import { findDevStack } from './dev-file.ts';
import { readConfigOrUsage } from './read-config-or-usage.ts';

/** @throws CliError unreachable, where nothing says which server or with which key */
export function connectServer({ url, apiKey, folder, language }: ConnectOptions): Client {
  const config = readConfigOrUsage();
  const given = url ?? config.serverUrl;
  const dev = findDevStack(folder);
  const address = given ?? dev?.url;
  if (address === undefined) {
    throw CliError.unreachable({
      en: 'No server is known. Start one here with `jornada dev`, or give --url or JORNADA_URL.',
      ko: '서버를 알 수 없습니다. 여기에서 `jornada dev`로 시작하거나 --url 또는 JORNADA_URL을 지정하세요.',
    });
  }
  // The key of the stack here is nobody else's business.
  const key = apiKey ?? config.http.apiKey ?? (address === dev?.url ? dev.apiKey : undefined);
  if (key === undefined) {
    throw CliError.usage({
      en: `No key for ${address}. Give --api-key or JORNADA_API_KEY.`,
      ko: `${address}의 API 키가 없습니다. --api-key 또는 JORNADA_API_KEY를 지정하세요.`,
    });
  }
  return createClient({ url: address, apiKey: key, language });
}
