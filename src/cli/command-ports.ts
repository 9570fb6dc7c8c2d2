// What commands need of the engine. Only src/main may build it, so it passes these in; a command that needs none of
// them never loads it.

import type { Client } from '../client/client.ts';
import type { Language } from '../journey/issue-prose.ts';
import type { ExitCode } from './exit-codes.ts';
import type { Project } from './project.ts';

export interface DevOptions {
  /** Holds `.jornada`. */
  readonly folder: string;
  readonly project: Project;
  /** That of the configuration where absent; 0 takes a free one. */
  readonly httpPort?: number;
  readonly language: Language;
}

export interface ConnectOptions {
  /** Those of the configuration, else of the `jornada dev` whose `.jornada` is in this folder or above it. */
  readonly url: string | undefined;
  readonly apiKey: string | undefined;
  readonly folder: string;
  readonly language: Language;
}

export interface CommandPorts {
  /**
   * A client of the server that is meant; it need not be up.
   * @throws CliError unreachable, where nothing says which server or with which key
   */
  readonly connect: (options: ConnectOptions) => Promise<Client>;
  /** Runs everything on this machine until Ctrl-C. */
  readonly dev: (options: DevOptions) => Promise<ExitCode>;
}
