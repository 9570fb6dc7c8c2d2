// The demo's table for people, and its JSON for programs.

import Table from 'cli-table3';
import type { DemoRun } from './report.ts';
import { toWords } from './to-words.ts';

export function toTable(runs: readonly DemoRun[]): string {
  const table = new Table({
    head: ['person', 'path', 'reached by', 'took', 'why'],
    colWidths: [24, 46, 12, 10, 44],
    wordWrap: true,
    style: { head: [], border: [] },
  });
  for (const { person, path, reachedBy, tookMs, why } of runs) {
    const words = path.map(({ node, outcome }) => `${node} → ${outcome}`).join(', ');
    table.push([person, words, reachedBy, toWords(tookMs), why]);
  }
  return table.toString();
}

export function toJson(runs: readonly DemoRun[]): string {
  const ok = runs.every(({ differences }) => differences.length === 0);
  const shown = runs.map(({ person, path, reachedBy, messages, tookMs, why, differences }) => ({
    person,
    path,
    reachedBy,
    messages,
    tookMs,
    why,
    ...(differences.length === 0 ? {} : { differences }),
  }));
  return JSON.stringify({ ok, runs: shown }, null, 2);
}

/** What was expected and what came instead, a line each. */
export function toDifferences(runs: readonly DemoRun[]): string[] {
  return runs.flatMap(({ person, differences }) =>
    differences.map((difference) => `${person}: ${difference}`),
  );
}
