// What commands need of the engine. Only src/main may build it, so it passes these in; a command that needs none of
// them never loads it.

import type { Client } from '../client/client.ts';
import type { Language } from '../journey/issue-prose.ts';
import type { TemplateInfo } from '../journey/surroundings.ts';
import type { Script, SimulatedPerson } from '../simulator/script.ts';
import type { TracedStep, TraceEntry } from '../simulator/trace.ts';
import type { Check } from './doctor/check.ts';
import type { ExitCode } from './exit-codes.ts';
import type { Project } from './project.ts';

export interface DevOptions {
  /** Holds `.jornada`. */
  readonly folder: string;
  readonly project: Project;
  /** That of the configuration where absent; 0 takes a free one. */
  readonly httpPort?: number;
  /** Print the addresses as JSON. */
  readonly json: boolean;
  readonly language: Language;
}

export interface ConnectOptions {
  /** Those of the configuration, else of the `jornada dev` whose `.jornada` is in this folder or above it. */
  readonly url: string | undefined;
  readonly apiKey: string | undefined;
  readonly folder: string;
  readonly language: Language;
}

export interface RehearseOptions {
  /** Holds `.jornada`, or stands below the folder that does. */
  readonly folder: string;
  readonly project: Project;
  /** In the order in which they are published; the last one is entered. */
  readonly journeys: readonly { readonly id: string; readonly source: string | Uint8Array }[];
  readonly templates: readonly TemplateInfo[];
  readonly script: Script;
  readonly person: SimulatedPerson;
  /** When the run starts, epoch milliseconds; in the future. */
  readonly startAt: number;
  /** Everything goes on running at the end, until Ctrl-C. */
  readonly keep: boolean;
  readonly language: Language;
}

export interface PlayedRehearsal {
  readonly runId: string;
  /** Null: the run is still waiting. */
  readonly outcome: string | null;
  readonly steps: readonly TracedStep[];
  readonly trace: readonly TraceEntry[];
  /** The run in the Temporal UI. */
  readonly link?: string;
  /** Stops what was started for it; with `keep`, when the user ends it. */
  readonly end: () => Promise<void>;
}

export interface CommandPorts {
  /**
   * A client of the server that is meant; it need not be up.
   * @throws CliError unreachable, where nothing says which server or with which key
   */
  readonly connect: (options: ConnectOptions) => Promise<Client>;
  /** Looks at what Jornada stands on; changes nothing. @throws CliError usage, for a bad environment */
  readonly examine: (options: ConnectOptions) => Promise<readonly Check[]>;
  /**
   * Plays a script on the real engine.
   * @throws CliError usage, where the server can't skip time or a step can't happen; unreachable, where one can't be had
   */
  readonly rehearse: (options: RehearseOptions) => Promise<PlayedRehearsal>;
  /** Runs everything on this machine until Ctrl-C. */
  readonly dev: (options: DevOptions) => Promise<ExitCode>;
}
