#!/usr/bin/env node
// The `jornada` command: the process around the program.

import { catalogue } from '../../activities/nodes/index.ts';
import { createConsolePort } from './console-port.ts';
import { runProgram } from './program.ts';

process.exitCode = await runProgram(process.argv.slice(2), {
  console: createConsolePort(),
  catalogue,
});
