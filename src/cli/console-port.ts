// What a command may use of its process: arguments come from commander, everything else from here. Tests of
// commands run the real process; this port keeps streams, colours and language in one place.

import { styleText } from 'node:util';
import type { Language } from '../journey/issue-prose.ts';

export type Style = 'red' | 'yellow' | 'green' | 'cyan' | 'dim' | 'bold';

export interface ConsolePort {
  readonly print: (text: string) => void;
  /** A value as indented JSON on standard output. */
  readonly printJson: (value: unknown) => void;
  readonly printError: (text: string) => void;
  /** Colours the text where standard output is a terminal that has colours, and NO_COLOR is not set. */
  readonly paint: (style: Style, text: string) => string;
  /** True where a person sits at a terminal: the only case in which a command may ask something. */
  readonly isInteractive: boolean;
  /** Columns of the terminal; 100 where there is none, or it says no width. */
  readonly columns: number;
  /** That of the user's locale, else English. */
  readonly language: Language;
}

/** The port on the process's own streams. Node reads LC_ALL, LC_MESSAGES, LANG, NO_COLOR and TERM for us. */
export function createConsolePort(): ConsolePort {
  const { stdin, stdout, stderr } = process;
  const hasColours = stdout.isTTY === true && stdout.hasColors();
  const print = (text: string) => void stdout.write(`${text}\n`);
  return {
    print,
    printJson: (value) => print(JSON.stringify(value, null, 2)),
    printError: (text) => void stderr.write(`${text}\n`),
    paint: (style, text) => (hasColours ? styleText(style, text) : text),
    isInteractive: stdin.isTTY === true && stdout.isTTY === true,
    columns: stdout.columns || 100,
    language: Intl.DateTimeFormat().resolvedOptions().locale.startsWith('ko') ? 'ko' : 'en',
  };
}
