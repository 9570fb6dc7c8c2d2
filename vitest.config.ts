// Test projects: `unit` needs nothing but this process and runs first; `integration` gets PostgreSQL and Temporal
// from the global setup. `--mode long` (npm run test:long) adds `*.long.test.ts` and sets JORNADA_LONG.

import { defineConfig } from 'vitest/config';

/** Folders whose tests touch nothing outside the process. A test in any other place is an integration test. */
const unit = [
  'test/*.test.ts',
  'test/{canvas,journey,machine,messaging,node-kit,property,simulator,types,whatsapp}/**/*.test.ts',
  'test/{activities/nodes,cli/trace}/**/*.test.ts',
];

export default defineConfig(({ mode }) => {
  const isLong = mode === 'long' || process.env['JORNADA_LONG'] === '1';
  const exclude = ['**/node_modules/**', ...(isLong ? [] : ['**/*.long.test.ts'])];
  const env = isLong ? { JORNADA_LONG: '1' } : {};
  return {
    test: {
      pool: 'forks',
      maxWorkers: 2,
      reporters: ['default', './test/support/tally-reporter.ts'],
      projects: [
        {
          test: {
            name: 'unit',
            include: unit,
            exclude,
            env,
            testTimeout: 20_000,
            // They share a process: half of their time went into loading the same modules for each file.
            isolate: false,
            sequence: { groupOrder: 0 },
          },
        },
        {
          test: {
            name: 'integration',
            include: ['test/**/*.test.ts'],
            exclude: [...exclude, ...unit],
            env,
            globalSetup: ['./test/support/global-setup.ts'],
            testTimeout: 20_000,
            // A hook may start a server or a worker of its own.
            hookTimeout: 60_000,
            teardownTimeout: 30_000,
            sequence: { groupOrder: 1 },
          },
        },
      ],
    },
  };
});
