// Says what the embedded stack is doing: a spinner on a terminal, plain lines everywhere else (CI, pipes).

import type { Writable } from 'node:stream';
import { spinner } from '@clack/prompts';
import type { EmbeddedText } from './embedded-error.ts';

/** Receives one short sentence for each step that takes noticeable time. */
export type Progress = (message: EmbeddedText) => void;

export interface ProgressDisplay {
  readonly onProgress: Progress;
  /** Ends the display with a last line. */
  done: Progress;
  fail: Progress;
}

export interface ProgressOptions {
  readonly language: keyof EmbeddedText;
  /** Standard error is the default, so that a command's `--json` on standard output stays clean. */
  readonly output?: Writable & { isTTY?: boolean };
}

export function createProgress({ language, output = process.stderr }: ProgressOptions): ProgressDisplay {
  const { onProgress, done, fail } = output.isTTY === true ? createSpinner(output) : createLines(output);
  return {
    onProgress: (text) => onProgress(text[language]),
    done: (text) => done(text[language]),
    fail: (text) => fail(text[language]),
  };
}

interface Display {
  onProgress(message: string): void;
  done(message: string): void;
  fail(message: string): void;
}

function createLines(output: Writable): Display {
  const print = (message: string): void => void output.write(`${message}\n`);
  return { onProgress: print, done: print, fail: print };
}

function createSpinner(output: Writable): Display {
  const display = spinner({ output });
  let started = false;
  return {
    onProgress(message) {
      if (started) display.message(message);
      else display.start(message);
      started = true;
    },
    done: (message) => display.stop(message),
    fail: (message) => display.error(message),
  };
}
