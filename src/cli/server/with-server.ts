// The running Jornada that a command talks to: where it is, and its answers turned into what the user has to know.

import type { Client } from '../../client/client.ts';
import { ProblemError, UnreachableError } from '../../client/client-errors.ts';
import { CliError } from '../cli-error.ts';
import type { CommandContext, CommandOption } from '../command.ts';

export interface ServerFlags {
  readonly url?: string;
  readonly apiKey?: string;
}

/** Options of every command that talks to a server. */
export const serverOptions: readonly CommandOption[] = [
  {
    flags: '--url <address>',
    about: {
      en: 'the server; else JORNADA_URL, else the one that `jornada dev` runs here',
      ko: '서버 주소. 없으면 JORNADA_URL, 그다음은 여기에서 실행 중인 `jornada dev`',
    },
  },
  {
    flags: '--api-key <key>',
    about: {
      en: 'its key; else JORNADA_API_KEY, else that of `jornada dev`',
      ko: 'API 키. 없으면 JORNADA_API_KEY, 그다음은 `jornada dev`의 키',
    },
  },
];

/** @throws CliError findings where the server says no, unreachable where there is none */
export async function withServer<Result>(
  flags: ServerFlags,
  { ports, language }: CommandContext,
  use: (client: Client) => Promise<Result>,
): Promise<Result> {
  const given = { url: flags.url, apiKey: flags.apiKey };
  const client = await ports.connect({ ...given, folder: '.', language });
  try {
    return await use(client);
  } catch (error) {
    throw toCliError(error);
  }
}

function toCliError(error: unknown): unknown {
  if (error instanceof UnreachableError) {
    return CliError.unreachable({
      en: `${error.message}. Start it with \`jornada dev\`, or give another --url.`,
      ko: `${error.url}에서 Jornada 서버가 응답하지 않습니다. \`jornada dev\`로 시작하거나 --url을 바꾸세요.`,
    });
  }
  if (!(error instanceof ProblemError)) return error;
  if (error.code === 'AUTH_KEY') return wrongKey();
  const { problem } = error;
  const details = (problem.errors ?? []).map(
    ({ code, path, line, column, detail }) =>
      `  ${line === undefined ? path : `${line}:${column}`} ${code} ${detail}`,
  );
  const run = typeof problem['run'] === 'string' ? ` (${problem['run']})` : '';
  // The server has written it in the language that was asked for.
  const text = [`${problem.code} ${problem.title}${run} ${problem.hint}`, ...details].join('\n');
  const isDown = problem.status >= 500;
  return isDown ? CliError.unreachable({ en: text, ko: text }) : CliError.findings({ en: text, ko: text });
}

/** The server's own hint is for callers who write headers. */
const wrongKey = () =>
  CliError.findings({
    en: 'AUTH_KEY The server does not take this API key. Correct --api-key or JORNADA_API_KEY.',
    ko: 'AUTH_KEY 서버에서 유효하지 않은 API 키입니다. --api-key 또는 JORNADA_API_KEY를 고치세요.',
  });

/** The person, journey or run that the server does not know, as undefined. */
export async function orUndefined<Result>(asked: Promise<Result>, code: string): Promise<Result | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ProblemError && error.code === code) return undefined;
    throw error;
  }
}
