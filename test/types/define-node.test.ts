// What an author of a node type may not write does not compile. `tsc` is the judge: an expected error that does not
// come is an error. Nothing of this runs but the sentences.

import { expect, expectTypeOf, test } from 'vitest';
import {
  defineFlow,
  defineMessage,
  defineNode,
  type Outcome,
  type RunContext,
  z,
} from '../../src/node-kit/index.ts';

const described = { type: 'partner.notify', version: 1, title: { en: 'Notify', ko: '알림' } } as const;
const config = z.strictObject({ url: z.url() });

test('an undeclared outcome does not compile', () => {
  const node = defineNode({
    ...described,
    idempotent: true,
    config,
    outcomes: ['accepted', 'refused'],
    // @ts-expect-error: 'ignored' is not among the outcomes
    run: async () => ({ outcome: 'ignored' }),
  });
  expect(node.outcomes({ url: '' } as never)).toEqual(['accepted', 'refused']);
});

test('a declared one does, and the others are told apart', () => {
  const node = defineNode({
    ...described,
    idempotent: true,
    config,
    outcomes: ['accepted', 'refused'],
    run: async ({ attempt }) =>
      attempt > 1 ? { outcome: 'refused', code: 'again' } : { outcome: 'accepted' },
  });
  expect(node.kind).toBe('plain');
});

test('whether a node may run again has to be said', () => {
  // @ts-expect-error: `idempotent` has no default
  defineNode({ ...described, config, outcomes: ['accepted'], run: async () => ({ outcome: 'accepted' }) });
});

test('a success that is no outcome does not compile', () => {
  defineNode({
    ...described,
    idempotent: true,
    config,
    outcomes: ['accepted', 'refused'],
    // @ts-expect-error: 'delivered' is not among the outcomes
    successes: ['delivered'],
    run: async () => ({ outcome: 'accepted' }),
  });
});

test('the config is what the schema says', () => {
  defineNode({
    ...described,
    idempotent: true,
    config,
    outcomes: ['accepted'],
    run: async ({ config: given }) => {
      expectTypeOf(given).toEqualTypeOf<{ url: string }>();
      // @ts-expect-error: the schema has no `secret`
      const { secret } = given;
      return { outcome: 'accepted', code: String(secret) };
    },
  });
});

test('a message awaits only what evidence can bring', () => {
  defineMessage<{ text: string }>({
    ...described,
    channel: 'sms',
    config: z.strictObject({ text: z.string() }),
    // @ts-expect-error: `sent` alone is never awaited
    plan: () => ({ await: 'sent', within: '1h' }),
    compose: ({ config: { text } }) => ({ channel: 'sms', text }),
  });
});

test('a flow node has to say whether it waits', () => {
  // @ts-expect-error: the checker asks `waits` to find loops that never rest
  defineFlow<object>({
    ...described,
    config: z.strictObject({}),
    outcomes: () => ['done'],
    successes: () => ['done'],
    chart: () => ({ initial: 'done', states: { done: { type: 'final' } } }),
  });
});

test('an outcome carries a word and a code, nothing of the person', () => {
  expectTypeOf<Outcome<'ok'>>().toEqualTypeOf<{ readonly outcome: 'ok'; readonly code?: string }>();
  expectTypeOf<RunContext<object>>().not.toHaveProperty('store');
});
