import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../activities/nodes/index.ts';
import { describeIssue, issueCodes } from '../../../src/journey/issue-catalogue.ts';
import { surroundingsOfExample, textOfExample } from '../../../src/journey/issue-docs/example-journey.ts';
import { issueDocs } from '../../../src/journey/issue-docs.ts';
import type { Issue } from '../../../src/journey/issues.ts';
import { findShownIssue } from '../../../src/journey/render-issue-docs.ts';
import { validateJourney } from '../../../src/journey/validate.ts';
import { writeLargeJourney } from '../../bench/large-journey.ts';

const shown = issueCodes.flatMap((code) => {
  const { shown: example } = issueDocs[code];
  return 'facts' in example ? [] : [{ code, example, surroundings: surroundingsOfExample(example) }];
});

describe('the examples of the docs', () => {
  it.each(shown)('$code: the bad one has this problem, the mended one has not', (given) => {
    const { code, example, surroundings } = given;
    const codesOf = (which: 'bad' | 'good') =>
      validateJourney(textOfExample(example, which), catalogue, surroundings).issues;
    const found = codesOf('bad').filter((issue) => issue.code === code);
    expect(found).not.toEqual([]);
    expect(codesOf('good').filter((issue) => issue.code === code)).toEqual([]);
  });

  const noise = new Set(['J222', 'J306']);
  it.each(shown.filter(({ example }) => example.whole !== true))(
    '$code: the mended example has no other problem',
    ({ example, surroundings }) => {
      const { issues } = validateJourney(textOfExample(example, 'good'), catalogue, surroundings);
      expect(
        issues.filter((issue) => !noise.has(issue.code)).map((issue) => describeIssue(issue, 'en').message),
      ).toEqual([]);
    },
  );
});

describe('the prose of issues', () => {
  it.each([...issueCodes])('of %s says what is wrong and what to do, in both languages', (code) => {
    const issue = findShownIssue(code, catalogue);
    const [en, ko] = (['en', 'ko'] as const).map((language) => describeIssue(issue as Issue, language));
    for (const text of [en?.message, en?.hint, ko?.message, ko?.hint]) {
      expect(text).toMatch(/\S/);
      expect(text).not.toMatch(/undefined|NaN|\[object/);
    }
    expect(ko?.message).toMatch(/[가-힣]/);
    expect(en?.anchor).toBe(`#${code.toLowerCase()}`);
  });
});

describe('a journey of a thousand nodes with one problem in it', () => {
  const large = JSON.parse(writeLargeJourney(990).replaceAll('"end"', '"a"')) as {
    nodes: Record<string, unknown>;
  };
  const { a: _a, ...nodes } = large.nodes;
  const around = {
    ...large,
    id: 'example',
    nodes: { ...nodes, a: { type: 'delay', with: { for: '1h' }, next: 'end' }, end: { type: 'exit' } },
  };

  it.each(shown.filter(({ example }) => example.whole !== true))(
    'is told $code',
    ({ code, example, surroundings }) => {
      const text = textOfExample(example, 'bad', around);
      const { issues } = validateJourney(text, catalogue, { ...surroundings, nodeLimit: 2_000 });
      expect(issues.map((issue) => issue.code)).toContain(code);
    },
  );
});
