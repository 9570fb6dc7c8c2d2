// A config of one of several forms is told what is wrong with the form that its fields say, not with another.

import { expect, test } from 'vitest';
import { catalogue } from '../../activities/nodes/index.ts';
import { validateDocument } from '../../src/journey/validate.ts';

function issuesOf(with_: object) {
  const nodes = { a: { type: 'whatsapp.message', with: with_, next: 'end' }, end: { type: 'exit' } };
  const journey = { id: 'a', name: 'A', entry: { on: { inbound: 'any' } }, start: 'a', nodes };
  return validateDocument(journey, catalogue).issues.map(
    ({ code, path }) => `${code} ${path.slice(2).join('.')}`,
  );
}

const button = (id: string, title = id.toUpperCase()) => ({ id, title });

test.each([
  [
    'too many buttons',
    { text: 'a', buttons: ['a', 'b', 'c', 'd'].map((id) => button(id)) },
    ['J206 with.buttons'],
  ],
  ['a long title', { text: 'a', buttons: [button('a', 'x'.repeat(21))] }, ['J206 with.buttons.0.title']],
  ['an id twice', { text: 'a', buttons: [button('a'), button('a', 'B')] }, ['J216 with.buttons.1.id']],
  [
    'a list without a button',
    { text: 'a', list: { sections: [{ rows: [button('a')] }] } },
    ['J202 with.list.button'],
  ],
  [
    'a misspelt field of a form',
    { text: 'a', link: { titel: 'a', url: 'https://example.org' } },
    ['J201 with.link.titel'],
  ],
  [
    'a misspelt field beside a form',
    { text: 'a', buttons: [button('a')], foooter: 'a' },
    ['J201 with.foooter'],
  ],
])('%s', (_what, with_, expected) => {
  expect(issuesOf(with_)).toEqual(expected);
});
