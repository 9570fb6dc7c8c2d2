// The command line as a commander program, in one language, without running it. Every command stands in a file of its
// own and is listed here; what all of them share (--json, --lang, help with an example, errors) is added here.

import { Command, CommanderError, Option } from 'commander';
import type { Language } from '../journey/issue-prose.ts';
import { CliError } from './cli-error.ts';
import type { AnyCommand, CommandContext } from './command.ts';
import { devCommand } from './dev.ts';
import { diffCommand } from './diff.ts';
import { doctorCommand } from './doctor.ts';
import { emulatorCommand } from './emulator.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { explainCommand } from './explain.ts';
import { exportCommand } from './export.ts';
import { fmtCommand } from './fmt.ts';
import { forecastCommand } from './forecast.ts';
import { importCommand } from './import.ts';
import { initCommand } from './init.ts';
import { nodesCommand } from './nodes.ts';
import { openCommand } from './open.ts';
import { outcomesCommand } from './outcomes.ts';
import { describeOption, programTexts, toTitle, toUsageError } from './program-texts.ts';
import { publishCommand } from './publish.ts';
import { rehearseCommand } from './rehearse.ts';
import { runsCommand } from './runs.ts';
import { sendersCommand } from './senders.ts';
import { simulateCommand } from './simulate.ts';
import { startCommand } from './start.ts';
import { templatesCommand } from './templates.ts';
import { testCommand } from './test.ts';
import { validateCommand } from './validate.ts';

/** In the order of the help: from an empty folder to production. */
export const commands: readonly AnyCommand[] = [
  initCommand,
  validateCommand,
  simulateCommand,
  testCommand,
  forecastCommand,
  fmtCommand,
  diffCommand,
  exportCommand,
  importCommand,
  nodesCommand,
  outcomesCommand,
  devCommand,
  openCommand,
  emulatorCommand,
  publishCommand,
  startCommand,
  runsCommand,
  explainCommand,
  templatesCommand,
  sendersCommand,
  rehearseCommand,
  doctorCommand,
];

/** Runs the program on the arguments (without node and script) and says how the process should end. */
export async function runProgram(
  args: readonly string[],
  given: Omit<CommandContext, 'language'>,
): Promise<ExitCode> {
  const context: CommandContext = { ...given, language: findLanguage(args) ?? given.console.language };
  let code: ExitCode = exitCodes.ok;
  const program = createProgram(context, (exitCode) => {
    code = exitCode;
  }).version(given.version, '-V, --version', programTexts.version[context.language]);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
    if (!(error instanceof CliError)) throw error;
    context.console.printError(`${programTexts.error[context.language]}: ${error.text[context.language]}`);
    return error.exitCode;
  }
}

/** Known before anything is parsed: help and errors of the parser are in this language too. */
function findLanguage(args: readonly string[]): Language | undefined {
  const [, joined] = args.map((arg) => /^--lang=(.*)$/.exec(arg)).find((match) => match !== null) ?? [];
  const apart = args.indexOf('--lang');
  const found = joined ?? (apart < 0 ? undefined : args[apart + 1]);
  return found === 'en' || found === 'ko' ? found : undefined;
}

/** It never ends the process: usage problems are thrown as `CommanderError`. */
function createProgram(context: CommandContext, exit: (code: ExitCode) => void): Command {
  const { language } = context;
  const program = new Command('jornada')
    .description(programTexts.about[language])
    .exitOverride()
    .showHelpAfterError(programTexts.afterUsageError[language])
    .helpOption('-h, --help', programTexts.help[language])
    .helpCommand('help [command]', programTexts.helpCommand[language])
    .configureHelp({
      styleTitle: (title) => toTitle(title, language),
      optionDescription: (option) => describeOption(option, language),
    })
    .configureOutput({ outputError: (text, write) => write(toUsageError(text, language)) })
    .addHelpText('after', `\n${programTexts.exitCodes[language]}`);
  for (const spec of commands) addCommand(program, spec, { context, exit });
  return program;
}

function addCommand(
  program: Command,
  spec: AnyCommand,
  { context, exit }: { readonly context: CommandContext; readonly exit: (code: ExitCode) => void },
): void {
  const { language } = context;
  const command = program
    .command(spec.name)
    .description(spec.about[language])
    .addHelpText('after', `\n${programTexts.example[language]}\n${toExamples(spec)}\n`);
  for (const { name, about } of spec.arguments ?? []) command.argument(name, about[language]);
  for (const option of spec.options ?? []) {
    const added = new Option(option.flags, option.about[language]);
    if (option.choices !== undefined) added.choices(option.choices);
    if (option.default !== undefined) added.default(option.default);
    command.addOption(added.makeOptionMandatory(option.required === true));
  }
  command
    .option('--json', spec.json[language])
    .addOption(new Option('--lang <language>', programTexts.lang[language]).choices(['en', 'ko']))
    .action(async () => {
      exit(await spec.run({ args: command.args, options: command.opts() as never }, context));
    });
}

function toExamples(spec: AnyCommand): string {
  return spec.examples.map((example) => `  $ jornada ${example}`).join('\n');
}
