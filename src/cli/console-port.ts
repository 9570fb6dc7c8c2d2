// What a command may use of its process: arguments come from commander, everything else from here. Tests of
// commands run the real process; this port keeps the reading of streams and environment in one place.

import { styleText } from 'node:util';
import type { Language } from '../journey/issue-prose.ts';

export type Style = 'red' | 'yellow' | 'green' | 'cyan' | 'dim' | 'bold';

export interface ConsolePort {
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
  /** Colours the text on a terminal, unless NO_COLOR is set. */
  readonly paint: (style: Style, text: string) => string;
  /** From LC_ALL, LC_MESSAGES or LANG. */
  readonly language: Language;
}

type Environment = { readonly [name: string]: string | undefined };

/** The port on the process's own streams. */
export function createConsolePort(environment: Environment, stdout: NodeJS.WriteStream): ConsolePort {
  const colours = isColoured(environment, stdout);
  return {
    print: (text) => stdout.write(`${text}\n`),
    printError: (text) => process.stderr.write(`${text}\n`),
    paint: (style, text) => (colours ? styleText(style, text) : text),
    language: findLanguage(environment),
  };
}

function isColoured(environment: Environment, stdout: NodeJS.WriteStream): boolean {
  if ((environment['NO_COLOR'] ?? '') !== '') return false;
  return stdout.isTTY === true && environment['TERM'] !== 'dumb';
}

function findLanguage(environment: Environment): Language {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  return locale.toLowerCase().startsWith('ko') ? 'ko' : 'en';
}
