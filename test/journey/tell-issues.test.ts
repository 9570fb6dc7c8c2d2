import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogue } from '../../activities/nodes/index.ts';
import { checkSource } from '../../src/journey/check-answer.ts';
import { createIssue, type Issue } from '../../src/journey/issues.ts';
import { tellIssues, toldLimit } from '../../src/journey/tell-issues.ts';

const error = (index: number) => createIssue('J201', { field: 'x' }, { path: ['nodes', index] });
const warning = (index: number) => createIssue('J304', { node: 'x' }, { path: ['nodes', index] });
const some = fc
  .array(fc.boolean(), { maxLength: 30 })
  .map((all) => all.map((isError, index) => (isError ? error(index) : warning(index))));
const countOf = (issues: readonly Issue[], severity: string) =>
  issues.filter((issue) => issue.severity === severity).length;

test('as many as fit are told, in their order; the rest is counted', () => {
  fc.assert(
    fc.property(some, fc.nat(40), (issues, limit) => {
      const { issues: told, omitted } = tellIssues(issues, limit);
      expect(told).toHaveLength(Math.min(issues.length, limit));
      expect(told).toEqual(issues.filter((issue) => told.includes(issue)));
      expect(countOf(told, 'error') + omitted.errors).toBe(countOf(issues, 'error'));
      expect(countOf(told, 'warning') + omitted.warnings).toBe(countOf(issues, 'warning'));
    }),
  );
});

test('no error is left out while a warning is told', () => {
  fc.assert(
    fc.property(some, fc.nat(40), (issues, limit) => {
      const { issues: told, omitted } = tellIssues(issues, limit);
      expect(omitted.errors === 0 || countOf(told, 'warning') === 0).toBe(true);
    }),
  );
});

test('an answer on a text of ten thousand mistakes stays small', () => {
  const fields = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`field${index}`, index]));
  const source = JSON.stringify({
    id: 'wrong',
    name: 'Wrong',
    entry: { on: { api: true } },
    start: 'end',
    nodes: { end: { type: 'exit', ...fields } },
  });
  const answer = checkSource(source, catalogue);
  expect(answer.issues).toHaveLength(toldLimit);
  expect(answer.omitted.errors).toBeGreaterThanOrEqual(9_000);
  expect(JSON.stringify(answer).length).toBeLessThan(1024 * 1024);
});
