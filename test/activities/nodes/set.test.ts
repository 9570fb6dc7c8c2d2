// `set`: variables as data, computed together, within their limit.

import { expect, test } from 'vitest';
import { refusalsOf, visit } from '../../support/flow-visit.ts';

const event = { cartId: 'c-1', total: 40_000, note: 'x'.repeat(3_000) };

test('computes variables from what was before', () => {
  const vars = { cart: 'event.cartId', discount: 'event.total / 10', tags: "['a', 'b']" };
  expect(visit('set', { vars }, { event })).toEqual({
    outcome: 'done',
    changes: [{ kind: 'vars', set: { cart: 'c-1', discount: 4_000, tags: ['a', 'b'] } }],
  });
});

test('sets nothing where one of them fails', () => {
  expect(() => visit('set', { vars: { a: '1', b: 'event.nothing' } }, { event })).toThrow(
    expect.objectContaining({ code: 'NODE_EXPRESSION' }),
  );
});

test('sets at most 4 KB', () => {
  expect(() => visit('set', { vars: { a: 'event.note', b: 'event.note' } }, { event })).toThrow(
    expect.objectContaining({ code: 'NODE_VARS_TOO_LARGE', retryable: false }),
  );
});

test('refuses odd names and an empty list', () => {
  expect(refusalsOf('set', { vars: { 'a-b': '1' } })).not.toEqual([]);
  expect(refusalsOf('set', { vars: {} })).not.toEqual([]);
});
