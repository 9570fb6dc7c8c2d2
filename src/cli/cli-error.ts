// What ends a command early, in the user's language: findings in what was given, a wrong use, something out of reach.

import type { LocalizedText } from '../journey/catalogue.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';

export class CliError extends Error {
  readonly code: 'CLI_FINDINGS' | 'CLI_USAGE' | 'CLI_UNREACHABLE';
  readonly text: LocalizedText;
  readonly exitCode: ExitCode;

  private constructor(code: CliError['code'], exitCode: ExitCode, text: LocalizedText) {
    super(text.en);
    this.name = 'CliError';
    this.code = code;
    this.exitCode = exitCode;
    this.text = text;
  }

  /** What was given has problems. */
  static findings(text: LocalizedText): CliError {
    return new CliError('CLI_FINDINGS', exitCodes.findings, text);
  }

  /** The command was called wrongly: say what to do instead. */
  static usage(text: LocalizedText): CliError {
    return new CliError('CLI_USAGE', exitCodes.usage, text);
  }

  /** A server, database or account doesn't answer: say which, and how to bring it up. */
  static unreachable(text: LocalizedText): CliError {
    return new CliError('CLI_UNREACHABLE', exitCodes.unreachable, text);
  }
}
