import { expect, test } from 'vitest';
import { catalogue } from '../../activities/nodes/index.ts';
import { validateDocument } from '../../src/journey/validate.ts';

/** Issues about what is quoted, of a journey whose node `answer` is of this type and config. */
function issuesOf(type: string, with_: object) {
  const journey = {
    id: 'chat',
    name: 'Chat',
    entry: { on: { inbound: 'any' } },
    start: 'offer',
    nodes: {
      offer: { type: 'whatsapp.message', with: { text: 'Hello' }, next: 'text' },
      text: { type: 'sms.send', with: { text: 'Hello' }, next: 'answer' },
      answer: { type, with: with_, next: 'end' },
      end: { type: 'exit' },
    },
  };
  return validateDocument(journey, catalogue)
    .issues.filter(({ code }) => code === 'J519')
    .map(({ path, facts }) => [path.join('.'), facts]);
}

const path = 'nodes.answer.with.replyTo';

test('a message may quote one that a node of the journey sends on its channel, itself included', () => {
  for (const replyTo of ['offer', 'answer', { inbound: 'last' }]) {
    expect(issuesOf('whatsapp.message', { text: 'a', replyTo })).toEqual([]);
  }
  expect(issuesOf('whatsapp.reaction', { emoji: '👍' })).toEqual([]);
});

test('one that is not there, or on another channel, can not be quoted', () => {
  const channel = 'whatsapp';
  expect(issuesOf('whatsapp.message', { text: 'a', replyTo: 'ofer' })).toEqual([
    [path, { node: 'ofer', channel, suggestion: 'offer' }],
  ]);
  expect(issuesOf('whatsapp.message', { text: 'a', replyTo: 'text' })).toEqual([
    [path, { node: 'text', channel }],
  ]);
  expect(issuesOf('whatsapp.reaction', { emoji: '👍', to: 'end' })).toEqual([
    ['nodes.answer.with.to', { node: 'end', channel }],
  ]);
});
