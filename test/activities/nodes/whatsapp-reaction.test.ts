import { expect, test } from 'vitest';
import { bodyOf, composed, textsOf } from '../../support/composed.ts';
import { configured, refusalsOf } from '../../support/flow-visit.ts';

const type = 'whatsapp.reaction';

test('a reaction goes to the last message of the person, or to what a node sent', () => {
  expect(composed(type, { emoji: '👍' })).toEqual({
    channel: 'whatsapp',
    form: 'free-form',
    body: { type: 'reaction', reaction: { emoji: '👍' } },
    about: 'last-inbound',
  });
  expect(composed(type, { emoji: '👍', to: 'offer' })).toMatchObject({ about: { sentBy: 'offer' } });
});

test('an empty emoji takes it back; one from data is told of and looked at when it is sent', () => {
  expect(bodyOf(type, { emoji: '' })).toMatchObject({ ok: true, body: { reaction: { emoji: '' } } });
  expect(textsOf(type, { emoji: '' })).toEqual([]);
  const fromData = { emoji: '{{ person.firstName }}' };
  expect(textsOf(type, fromData)).toEqual([['emoji', fromData.emoji]]);
  expect(bodyOf(type, fromData)).toMatchObject({ ok: false, problems: [{ place: 'reaction' }] });
});

test('it is done when Meta has taken it, and does not wait for the window unless told', () => {
  const { node, config } = configured(type, { emoji: '👍' });
  expect(node.outcomes(config)[0]).toBe('accepted');
  expect(node.kind === 'message' && node.plan(config)).toMatchObject({
    waitForWindow: false,
    category: 'service',
  });
  expect(node.message?.(config)).toMatchObject({ freeForm: true });
  expect(refusalsOf(type, {})).not.toEqual([]);
});
