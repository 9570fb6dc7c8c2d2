import { describe, expect, test } from 'vitest';
import { catalogue } from '../../../activities/nodes/index.ts';
import type { Journey } from '../../../src/canvas/model/journey.ts';
import {
  correctAll,
  edgeOfIssue,
  problemGroups,
  stepOfIssue,
} from '../../../src/canvas/panel/problem-groups.ts';
import { checkSource } from '../../../src/journey/check-answer.ts';

const journey: Journey = {
  id: 'sale',
  name: 'Sale',
  entry: { on: { event: 'cart.abandoned' } },
  start: 'offer',
  nodes: {
    offer: {
      type: 'sms.send',
      with: { text: 'Hello' },
      next: { acepted: 'later', unresolved: 'done', '*': 'done' },
    },
    later: { type: 'dellay', with: { for: '1h' }, next: 'done' },
    done: { type: 'exit', with: { ass: 'reached' } },
  },
};
const check = checkSource(JSON.stringify(journey), catalogue);

function issue(code: string) {
  const found = check.issues.find((one) => one.code === code);
  if (found === undefined) throw new Error(`${code} of ${check.issues.map((one) => one.code).join()}`);
  return found;
}

describe('the list of problems', () => {
  test('errors come before warnings, in the order of the text', () => {
    const warned = checkSource(
      JSON.stringify({ ...journey, nodes: { offer: { type: 'sms.send', with: { text: 'Hi' } } } }),
      catalogue,
    );
    const severities = problemGroups(warned).map(({ severity }) => severity);
    expect(severities).toEqual([...severities].sort());
    expect(problemGroups(warned).flatMap(({ issues }) => issues)).toHaveLength(warned.issues.length);
  });

  test('no problems are no groups', () => {
    expect(problemGroups({ ...check, issues: [] })).toEqual([]);
  });

  test('problems that the checker only counted are counted, also where none of them is told', () => {
    const issues = check.issues.filter(({ severity }) => severity === 'error');
    const [errors, warnings] = problemGroups({ issues, omitted: { errors: 7, warnings: 2 } });
    expect(errors).toEqual({ severity: 'error', issues, omitted: 7 });
    expect(warnings).toEqual({ severity: 'warning', issues: [], omitted: 2 });
  });

  test('more than a hundred are not listed: they come once others are mended', () => {
    const issues = Array.from({ length: 130 }, () => issue('J201'));
    const [errors] = problemGroups({ issues, omitted: { errors: 7, warnings: 0 } });
    expect([errors?.issues.length, errors?.omitted]).toEqual([100, 37]);
  });

  test('a problem leads to its step, and to its edge where it is about one', () => {
    expect(stepOfIssue(issue('J301'), journey)).toBe('later');
    expect(edgeOfIssue(issue('J305'), journey, check)).toBe('offer→later!');
    expect(edgeOfIssue(issue('J201'), journey, check)).toBeUndefined();
  });

  test('all that was misspelt is corrected at once', () => {
    const corrected = correctAll(journey, check)?.(journey);
    expect(corrected?.nodes).toMatchObject({
      offer: { next: { accepted: 'later' } },
      later: { type: 'delay' },
      done: { with: { as: 'reached' } },
    });
    const after = checkSource(JSON.stringify(corrected), catalogue);
    expect(after.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(corrected && correctAll(corrected, after)).toBeUndefined();
  });
});
