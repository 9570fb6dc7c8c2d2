import { describe, expect, test } from 'vitest';
import { outcomeRows } from '../../../src/canvas/panel/outcome-rows.ts';
import type { DefinitionNode } from '../../../src/journey/definition.ts';

const outline = {
  outcomes: ['delivered', 'experiment', 'limit.user', 'limit.us', 'silent', 'unresolved'],
  successes: ['delivered'],
  awaits: 'delivered',
  isExact: true,
};

function rowsOf(next: DefinitionNode['next']) {
  return outcomeRows({ type: 'whatsapp.template', ...(next === undefined ? {} : { next }) }, outline);
}

function row(next: DefinitionNode['next'], key: string) {
  return rowsOf(next).find((one) => one.key === key);
}

describe('the outcomes of a step as rows', () => {
  test('what is hoped for comes first, a prefix before its words, the rest last', () => {
    expect(rowsOf({ limit: 'text', delivered: 'think' }).map(({ key }) => key)).toEqual([
      'delivered',
      'experiment',
      'limit',
      'limit.user',
      'limit.us',
      'silent',
      'unresolved',
      '*',
    ]);
  });

  test('a row tells its own edge, or the one that it follows', () => {
    const next = { delivered: 'think', limit: 'text', '*': 'mail' };
    expect(row(next, 'delivered')).toMatchObject({ target: 'think', isAwaited: true, meaning: 'reached' });
    expect(row(next, 'limit.us')).toMatchObject({
      target: undefined,
      follows: { key: 'limit', target: 'text' },
    });
    expect(row(next, 'silent')?.follows).toEqual({ key: '*', target: 'mail' });
  });

  test('other failures do not catch what may have been sent', () => {
    expect(row({ '*': 'mail' }, 'unresolved')?.follows).toBeUndefined();
  });

  test('a single step is what all of them follow', () => {
    expect(rowsOf('done').every(({ follows }) => follows?.target === 'done')).toBe(true);
  });

  test('an edge of an outcome that never comes is odd, unless nothing is certain yet', () => {
    expect(row({ deliverd: 'think' }, 'deliverd')?.isOdd).toBe(true);
    const [vague] = outcomeRows(
      { type: 'acme.stamp', next: { stamped: 'think' } },
      { ...outline, outcomes: [], successes: [], isExact: false },
    ).filter(({ key }) => key === 'stamped');
    expect(vague?.isOdd).toBe(false);
  });
});
