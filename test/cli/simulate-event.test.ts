import { describe, expect, it } from 'vitest';
import { toEventStep } from '../../src/cli/simulate/ask-for-step.ts';

describe('an event that somebody types in a session', () => {
  it('is a name, or a name with data', () => {
    expect(toEventStep(' order.placed ')).toEqual({ event: 'order.placed' });
    expect(toEventStep('order.placed {"orderId": "o 1", "of": {"a": 1}}')).toEqual({
      event: 'order.placed',
      data: { orderId: 'o 1', of: { a: 1 } },
    });
  });

  it.each(['', 'Order Placed', 'order.placed {', 'order.placed {"a"}', '{"a": 1}', 'order.placed 3'])(
    'is asked for again where it is %j',
    (given) => {
      expect(toEventStep(given)).toBeUndefined();
    },
  );
});
