#!/usr/bin/env node
// The `jornada` command: the process around the program, and the engine's parts that commands ask for.

import { createConsolePort } from '../cli/console-port.ts';
import { runProgram } from '../cli/program.ts';
import { loadProject } from '../cli/project.ts';
import { readVersion } from './read-version.ts';

// A reader that has seen enough (`| head`) is no problem of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await runProgram(process.argv.slice(2), {
  version: readVersion(),
  console: createConsolePort(),
  loadProject,
  ports: {
    connect: async (options) => (await import('./connect-server.ts')).connectServer(options),
    examine: async (options) => (await import('./doctor/examine.ts')).examine(options),
    rehearse: async (options) => (await import('./rehearse/run-rehearsal.ts')).runRehearsal(options),
    dev: async (options) => (await import('./run-dev.ts')).runDev(options),
  },
});
