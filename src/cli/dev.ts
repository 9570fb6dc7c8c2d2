// `jornada dev`: the whole product on this machine, with the project's own node types.

import { CliError } from './cli-error.ts';
import { defineCommand } from './command.ts';

interface DevFlags {
  readonly port?: string;
}

export const devCommand = defineCommand<DevFlags>({
  name: 'dev',
  about: {
    en: 'run everything on this machine: PostgreSQL, Temporal, emulators, server, worker',
    ko: '이 컴퓨터에서 모두 실행합니다: PostgreSQL, Temporal, 에뮬레이터, 서버, 워커',
  },
  arguments: [
    {
      name: '[folder]',
      about: {
        en: 'the project; its data stays in .jornada',
        ko: '프로젝트 폴더. 데이터는 .jornada에 남습니다',
      },
    },
  ],
  options: [
    {
      flags: '--port <number>',
      about: { en: 'port of the API; 0 takes a free one', ko: 'API의 포트. 0이면 빈 포트를 씁니다' },
    },
  ],
  json: {
    en: 'print the addresses as one object when everything runs',
    ko: '모두 실행되면 주소를 객체 하나로 출력합니다',
  },
  examples: ['dev', 'dev my-project --port 8080'],
  run: async ({ args, options }, { loadProject, ports, language }) => {
    const folder = args[0] ?? '.';
    const project = await loadProject(folder);
    const httpPort = options.port === undefined ? {} : { httpPort: toPort(options.port) };
    return ports.dev({ folder, project, language, json: options.json === true, ...httpPort });
  },
});

function toPort(said: string): number {
  const port = Number(said);
  if (/^\d+$/.test(said) && port <= 65_535) return port;
  throw CliError.usage({
    en: '--port takes a number from 0 to 65535.',
    ko: '--port에는 0에서 65535까지의 수를 쓰세요.',
  });
}
