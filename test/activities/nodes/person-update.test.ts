// `person.update`: attributes and consents that the engine is asked to change.

import { expect, test } from 'vitest';
import { refusalsOf, visit } from '../../support/flow-visit.ts';

const event = { cartId: 'c-1' };

test('changes attributes and consents together', () => {
  const with_ = {
    attributes: { lastCart: 'event.cartId', oldCart: null },
    consents: [{ channel: 'whatsapp', state: 'in' }],
  };
  expect(visit('person.update', with_, { event })).toEqual({
    outcome: 'done',
    changes: [
      { kind: 'consent', channel: 'whatsapp', topic: 'marketing', state: 'in' },
      { kind: 'attributes', set: { lastCart: 'c-1', oldCart: null } },
    ],
  });
});

test('touches no attributes where only consent changes', () => {
  const consents = [{ channel: 'sms', topic: 'newsletter', state: 'out' }];
  expect(visit('person.update', { consents })).toEqual({
    outcome: 'done',
    changes: [{ kind: 'consent', channel: 'sms', topic: 'newsletter', state: 'out' }],
  });
});

test.each([
  ['nothing to change', {}],
  ['what is no attribute', { attributes: { phone: "'+82'" } }],
  ['a channel that does not exist', { consents: [{ channel: 'fax', state: 'in' }] }],
])('refuses %s', (_what, with_) => expect(refusalsOf('person.update', with_)).not.toEqual([]));
