import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { failureOutcomes } from '../../src/messaging/outcomes.ts';
import { classifyErrors, expandCodes } from '../../src/whatsapp/classify-errors.ts';
import { errorTable } from '../../src/whatsapp/error-table.generated.ts';
import { renderErrorTable } from '../../src/whatsapp/render-error-table.ts';
import { findMetaFacts } from './meta-facts.ts';

const path = findMetaFacts('META_ERRORS', '../shared/facts/meta-errors.tsv');
const header = 'code\thttp\ttitle\tsurfaces\tclass';

// The facts are beside the project where we work, not in it.
describe.skipIf(path === undefined)('with the table of facts', () => {
  const tsv = path === undefined ? '' : readFileSync(path, 'utf8');

  test('every row is covered and every code is there exactly once', () => {
    const rows = tsv.split('\n').slice(1).filter(Boolean);
    const codes = rows.map((row) => row.split('\t')[0] ?? '').filter((code) => !code.startsWith('(no code)'));
    const expected = [...new Set(codes.flatMap(expandCodes))].sort((a, b) => a - b);
    const table = classifyErrors(tsv);
    expect(table.map((error) => error.code)).toEqual(expected);
    expect(rows.length - codes.length).toBe(1);
  });

  test('the committed table is what a regeneration would write', () => {
    const committed = readFileSync(
      new URL('../../src/whatsapp/error-table.generated.ts', import.meta.url),
      'utf8',
    );
    expect(committed).toBe(renderErrorTable(classifyErrors(tsv)));
  });
});

test('each code has one known outcome under its own key', () => {
  const entries = Object.entries(errorTable);
  expect(entries.length).toBeGreaterThan(200);
  for (const [key, error] of entries) {
    expect(error.code).toBe(Number(key));
    expect(failureOutcomes).toContain(error.outcome);
  }
});

test.each([
  ['7', [7]],
  ['200-203', [200, 201, 202, 203]],
  ['102/104', [102, 104]],
  ['2388040/47/299', [2388040, 2388047, 2388299]],
  ['2593107/2593108', [2593107, 2593108]],
])('codes %s expand', (codes, expected) => {
  expect(expandCodes(codes)).toEqual(expected);
});

test('a specific row wins over a range, whichever comes first', () => {
  const row = (code: string, title: string) => `${code}\t?\t${title}\tsync\tauth`;
  const rules = Object.values(errorTable).map((error) => row(String(error.code), 'rule'));
  const others = rules.filter((line) => !line.startsWith('200\t') && !line.startsWith('201\t'));
  const tsv = [header, row('200', 'own'), row('200-201', 'family'), ...others].join('\n');
  const titles = classifyErrors(tsv).filter(({ code }) => code === 200 || code === 201);
  expect(titles.map((error) => error.title)).toEqual(['own', 'family']);
});

test('a code written twice, a strange code and a new class are reported', () => {
  const row = '5\t?\tx\tsync\tauth';
  expect(() => classifyErrors([header, row, row].join('\n'))).toThrow(/code 5 is twice/);
  expect(() => classifyErrors([header, 'x5\t?\tx\tsync\tauth'].join('\n'))).toThrow(/found: x5/);
  expect(() => classifyErrors([header, '5\t?\tx\tsync\tcosmic'].join('\n'))).toThrow(
    /no rule for class cosmic/,
  );
});
