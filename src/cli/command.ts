// How a command is written: what it says about itself in both languages, and what it does. Its file stays light; heavy
// code is imported inside `run`, so that every command starts quickly.

import type { LocalizedText } from '../journey/catalogue.ts';
import type { Language } from '../journey/issue-prose.ts';
import type { CommandPorts } from './command-ports.ts';
import type { ConsolePort } from './console-port.ts';
import type { ExitCode } from './exit-codes.ts';
import type { Project } from './project.ts';

/** What every command gets. */
export interface CommandContext {
  readonly console: ConsolePort;
  /** That of `--lang`, else of the user's locale. */
  readonly language: Language;
  /** The project that a file or folder belongs to: its own node types, templates, prices. */
  readonly loadProject: (near: string) => Promise<Project>;
  readonly ports: CommandPorts;
  /** Of this package. */
  readonly version: string;
}

export interface CommandInput<Options> {
  readonly args: readonly string[];
  readonly options: Options & { readonly json?: true };
}

/** An argument as commander writes it: `<file>`, `[folder]`, `<files...>`. */
export interface CommandArgument {
  readonly name: string;
  readonly about: LocalizedText;
}

export interface CommandOption {
  /** As commander writes it: `--script <file>`, `-w, --watch`. */
  readonly flags: string;
  readonly about: LocalizedText;
  readonly choices?: readonly string[];
  readonly default?: string;
  readonly required?: true;
}

export interface CommandSpec<Options> {
  readonly name: string;
  readonly about: LocalizedText;
  readonly arguments?: readonly CommandArgument[];
  /** Besides `--json` and `--lang`, which every command has. */
  readonly options?: readonly CommandOption[];
  /** What `--json` prints. */
  readonly json: LocalizedText;
  /** Without `jornada`: `validate spring-sale.json --lang ko`. */
  readonly examples: readonly [string, ...string[]];
  /**
   * Answers how the process ends.
   * @throws CliError what the user has to know; anything else is a bug of ours
   */
  readonly run: (input: CommandInput<Options>, context: CommandContext) => Promise<ExitCode>;
}

/** A command whose options' type is forgotten: what the program holds. Commander has parsed them before `run`. */
export type AnyCommand = CommandSpec<never>;

/** Declares a command. `Options` is what commander makes of its flags: `--to-file <path>` gives `toFile?: string`. */
export function defineCommand<Options>(spec: CommandSpec<Options>): AnyCommand {
  return spec;
}
