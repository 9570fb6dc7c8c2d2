import { expect, test } from 'vitest';
import { toMessageLines } from '../../src/simulator/message-text.ts';
import { composed } from '../support/composed.ts';

const shown = (type: string, with_: object) => {
  const { title, body } = toMessageLines(composed(type, with_));
  return [title, ...body];
};

test('messages of WhatsApp read as their kind, what they are about, and their words', () => {
  expect(shown('whatsapp.message', { text: 'Hi {{ person.firstName }}\nthere' })).toEqual([
    'whatsapp',
    'Hi Haneul',
    'there',
  ]);
  expect(
    shown('whatsapp.template', { template: 'spring_sale', language: 'ko', body: { who: 'Kim' } }),
  ).toEqual(['whatsapp template spring_sale (ko)', 'body who: Kim']);
  const buttons = [{ id: 'yes', title: 'Yes' }];
  expect(shown('whatsapp.message', { text: 'Coming?', buttons, replyTo: 'offer' })).toEqual([
    'whatsapp button about offer',
    'Coming?',
    'button yes: Yes',
  ]);
  expect(shown('whatsapp.message', { image: { id: '7' }, text: 'Look' })).toEqual([
    'whatsapp image',
    'file: 7',
    'Look',
  ]);
  expect(shown('whatsapp.message', { text: 'Where?', ask: 'location' })[0]).toBe(
    'whatsapp location request message',
  );
  expect(shown('whatsapp.reaction', { emoji: '👍' })).toEqual([
    'whatsapp reaction about the last inbound',
    '👍',
  ]);
  expect(shown('whatsapp.read', {})).toEqual(['whatsapp read about the last inbound']);
});
