// What `jornada test` says: each test, what differs where one fails, and what no test takes.

import type { Covered } from '../../simulator/coverage.ts';
import { toDifferenceLines } from '../../simulator/difference-text.ts';
import type { JourneyTestsReport } from '../../simulator/run-journey-tests.ts';
import type { CommandContext } from '../command.ts';
import type { ConsolePort } from '../console-port.ts';

export interface JourneyReport {
  /** The journey's. */
  readonly file: string;
  /** Of each test, in the order of the results. */
  readonly testFiles: readonly string[];
  readonly report: JourneyTestsReport;
}

export function toJson(reports: readonly JourneyReport[]): object {
  const { passed, failed } = count(reports);
  return {
    ok: failed === 0,
    passed,
    failed,
    journeys: reports.map(({ file, testFiles, report }) => ({
      file,
      tests: report.results.map(({ name, passed, differences }, index) => ({
        file: testFiles[index],
        name,
        passed,
        differences,
      })),
      coverage: report.coverage,
    })),
  };
}

export function toText(reports: readonly JourneyReport[], { console, language }: CommandContext): string {
  const { paint } = console;
  const word = words[language];
  const journeys = reports.map(({ file, report: { results, coverage } }) => {
    const tests = results.flatMap(({ name, passed, differences }) => [
      `  ${passed ? paint('green', '✓') : paint('red', '✗')} ${name}`,
      ...differences.flatMap((difference) =>
        toDifferenceLines(difference, language).map((line) => `      ${paintLine(line, paint)}`),
      ),
    ]);
    const covered = `  ${word.edges} ${toShare(coverage.edges)}, ${word.outcomes} ${toShare(coverage.outcomes)}`;
    const untaken = coverage.edges.untaken.slice(0, shownEdges);
    const more = coverage.edges.untaken.length > shownEdges ? ', …' : '';
    const missing =
      untaken.length === 0 ? [] : [paint('dim', `  ${word.untaken}: ${untaken.join(', ')}${more}`)];
    return [paint('bold', file), ...tests, covered, ...missing].join('\n');
  });
  const { passed, failed } = count(reports);
  const sum = paint(failed === 0 ? 'green' : 'red', word.sum(passed, failed));
  return [...journeys, sum].join('\n\n');
}

/** More than these are read in `--json`. */
const shownEdges = 8;

function paintLine(line: string, paint: ConsolePort['paint']): string {
  if (line.startsWith('  - ')) return paint('red', line);
  return line.startsWith('  + ') ? paint('green', line) : line;
}

function toShare({ taken, all, percent }: Covered): string {
  return `${taken}/${all} (${percent} %)`;
}

function count(reports: readonly JourneyReport[]): { readonly passed: number; readonly failed: number } {
  const results = reports.flatMap(({ report }) => report.results);
  const passed = results.filter((result) => result.passed).length;
  return { passed, failed: results.length - passed };
}

const words = {
  en: {
    edges: 'edges taken',
    outcomes: 'outcomes seen',
    untaken: 'no test takes',
    sum: (passed: number, failed: number) => `${passed} passed, ${failed} failed`,
  },
  ko: {
    edges: '지나간 연결',
    outcomes: '나온 결과',
    untaken: '어떤 테스트도 지나가지 않은 연결',
    sum: (passed: number, failed: number) => `${passed}개 통과, ${failed}개 실패`,
  },
} as const;
