import { expect, test } from 'vitest';
import { bodyOf, composed } from '../../support/composed.ts';
import { configured, refusalsOf } from '../../support/flow-visit.ts';

const type = 'whatsapp.read';

test('a receipt is for the last message of the person, and may show that an answer is being written', () => {
  expect(composed(type, {})).toEqual({
    channel: 'whatsapp',
    form: 'free-form',
    body: { type: 'read', read: {} },
    about: 'last-inbound',
  });
  const receipt = { messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.A' };
  expect(bodyOf(type, {})).toEqual({ ok: true, body: receipt });
  expect(bodyOf(type, { typing: true })).toEqual({
    ok: true,
    body: { ...receipt, typing_indicator: { type: 'text' } },
  });
});

test('it is done when Meta has taken it, needs an open window and waits for none', () => {
  const { node, config } = configured(type, {});
  expect(node.outcomes(config)[0]).toBe('accepted');
  expect(node.kind === 'message' && node.plan(config)).toMatchObject({
    waitForWindow: false,
    category: 'service',
  });
  expect(node.message?.(config)).toMatchObject({ freeForm: true, waitsForWindow: false });
  expect(refusalsOf(type, { to: 'offer' })).not.toEqual([]);
});
