// Vitest reporter whose last line is the tally: `N passed, N failed`, with `, N skipped` when there are any, and
// the skipped tests named above it. Runs in vitest's main process. What fails outside a test counts as failed too.

import type { Reporter, TestModule } from 'vitest/node';

interface Tally {
  passed: number;
  failed: number;
  readonly skipped: string[];
}

/** The line that ends a run. */
export function toTallyLine({ passed, failed, skipped }: Tally): string {
  const line = `${passed} passed, ${failed} failed`;
  return skipped.length === 0 ? line : `${line}, ${skipped.length} skipped`;
}

function addModule(tally: Tally, module: TestModule): void {
  const failedBefore = tally.failed;
  for (const test of module.children.allTests()) {
    const { state } = test.result();
    if (state === 'passed') tally.passed += 1;
    else if (state === 'skipped') tally.skipped.push(`${module.relativeModuleId}: ${test.fullName}`);
    // Pending after the end: its process died before it got there.
    else tally.failed += 1;
  }
  // A file that doesn't load, or a hook that throws, fails without any failed test.
  if (!module.ok() && tally.failed === failedBefore) tally.failed += 1;
}

export default class TallyReporter implements Reporter {
  #tally: Tally = { passed: 0, failed: 0, skipped: [] };

  onInit(): void {
    // At exit, so that no other reporter, teardown or warning comes after it.
    process.once('exit', () => {
      const skipped = this.#tally.skipped.map((name) => `skipped: ${name}\n`);
      process.stdout.write(`${skipped.join('')}${toTallyLine(this.#tally)}\n`);
    });
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const tally: Tally = { passed: 0, failed: unhandledErrors.length, skipped: [] };
    for (const module of modules) addModule(tally, module);
    this.#tally = tally;
  }
}
