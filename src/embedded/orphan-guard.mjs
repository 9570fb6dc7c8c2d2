// Runs as its own process beside ours and ends our servers when we die without a word (SIGKILL, crash, power of
// the debugger): the pipe to it closes then. Plain JavaScript, because it has to start in a blink.
// Protocol, one line each: "+<pid> <signal>" watch, "-<pid>" forget.

import { createInterface } from 'node:readline';

const watched = new Map();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});

createInterface({ input: process.stdin })
  .on('line', (line) => {
    const [pid, signal] = line.slice(1).split(' ');
    if (line.startsWith('+')) watched.set(Number(pid), signal);
    else watched.delete(Number(pid));
  })
  .on('close', () => {
    for (const [pid, signal] of watched) {
      try {
        process.kill(pid, signal);
      } catch {
        // It has ended already.
      }
    }
    process.exit(0);
  });
