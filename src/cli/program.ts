// The command line as a commander program, without running it: one file per command, joined here.

import { Command, CommanderError } from 'commander';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { addValidate, type ValidateDeps } from './validate.ts';

/** Builds the program. It never ends the process: usage problems are thrown as `CommanderError`. */
export function createProgram(deps: ValidateDeps): Command {
  const program = new Command('jornada')
    .description('visual journey orchestration: JSON to XState to Temporal')
    .exitOverride()
    .showHelpAfterError('(run with --help for the arguments and an example)')
    .addHelpText('after', '\nExit codes: 0 ok (warnings alone too), 1 findings, 2 usage, 3 unreachable.');
  addValidate(program, deps);
  for (const command of program.commands) command.exitOverride().copyInheritedSettings(program);
  return program;
}

/** Runs the program on the arguments (without node and script) and says how the process should end. */
export async function runProgram(
  args: readonly string[],
  deps: Omit<ValidateDeps, 'exit'>,
): Promise<ExitCode> {
  let code: ExitCode = exitCodes.ok;
  const program = createProgram({
    ...deps,
    exit: (given) => {
      code = given;
    },
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  }
}
