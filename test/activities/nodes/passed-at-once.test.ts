// `goal`, `note` and `exit`: nodes that only say something.

import { expect, test } from 'vitest';
import { configured } from '../../support/flow-visit.ts';

test.each([
  ['goal', { name: 'purchase' }, 'reached'],
  ['note', { text: 'Ask Haneul before changing this.' }, 'done'],
  ['exit', { as: 'converted' }, 'converted'],
])('%s is passed at once', (type, with_, outcome) => {
  const { node, config } = configured(type, with_);
  expect(node.chart({ config, node: 'a' })).toMatchObject({
    initial: 'done',
    states: { done: { entry: [{ type: 'settle', params: { outcome } }] } },
  });
});
