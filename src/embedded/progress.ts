// Says what the embedded stack is doing: a spinner on a terminal, plain lines everywhere else (CI, pipes).

import type { Writable } from 'node:stream';
import { spinner } from '@clack/prompts';

/** Receives one short sentence for each step that takes noticeable time. */
export type Progress = (message: string) => void;

export interface ProgressDisplay {
  readonly onProgress: Progress;
  /** Ends the display with a last line. */
  done(message: string): void;
  fail(message: string): void;
}

/** Standard error is the default, so that a command's `--json` on standard output stays clean. */
export function createProgress(output: Writable & { isTTY?: boolean } = process.stderr): ProgressDisplay {
  return output.isTTY === true ? createSpinner(output) : createLines(output);
}

function createLines(output: Writable): ProgressDisplay {
  const print = (message: string): void => void output.write(`${message}\n`);
  return { onProgress: print, done: print, fail: print };
}

function createSpinner(output: Writable): ProgressDisplay {
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
