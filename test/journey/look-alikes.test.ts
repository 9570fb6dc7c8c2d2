import { describe, expect, it } from 'vitest';
import { catalogue } from '../../activities/nodes/index.ts';
import { findOdd, findOddInMixedWords } from '../../src/journey/look-alikes.ts';
import { validateDocument } from '../../src/journey/validate.ts';

const journey = (change: object) => ({
  ...{ id: 'test', name: 'Test', entry: { on: { api: true } }, start: 'a' },
  nodes: { a: { type: 'sms.send', with: { text: 'Hi' }, next: 'end' }, end: { type: 'exit' } },
  ...change,
});
const codesOf = (change: object) =>
  validateDocument(journey(change), catalogue).issues.map(({ code }) => code);
const sms = (text: string) => ({
  nodes: { a: { type: 'sms.send', with: { text }, next: 'end' }, end: { type: 'exit' } },
});

describe('look-alike characters', () => {
  it('are told with what they look like', () => {
    expect(findOdd('c\u0430rt')).toEqual({
      codePoint: 'U+0430',
      offset: 1,
      like: { script: 'cyrillic', letter: 'a' },
    });
    expect(findOdd('\uff4frder')?.like).toEqual({ script: 'full-width', letter: 'o' });
    expect(findOdd('a\u202eb')).toEqual({ codePoint: 'U+202E', offset: 1 });
    expect(findOdd('주문')).toBeUndefined();
  });

  it('are no concern in a word of one script', () => {
    expect(findOddInMixedWords('заказ order')).toBeUndefined();
    expect(findOddInMixedWords('заказ \u043erder')?.offset).toBe(6);
  });

  it.each([
    { start: '\u0430' },
    { entry: { on: { event: 'c\u0430rt.left' } } },
    { entry: { on: { api: true }, if: 'p\u0435rson.id == "x"' } },
    { entry: { on: { api: true }, if: 'person.id == "\u0445yz"' } },
    sms('{{ p\u0435rson.id }}'),
    { data: { person: { n\u0430me: 'string' } } },
  ])('are one error where code stands: %j', (change) => {
    expect(codesOf(change)).toEqual(['J602']);
  });

  it('are fine where people read', () => {
    const name = { name: { ko: '봄 세일', ru: 'Весна' }, note: 'SMS\u043a\u0430' };
    expect(codesOf({ ...name, ...sms('SMS\u043a\u0430 \u200b👩‍👩‍👧 안녕하세요 {{ person.id }}') })).toEqual(
      [],
    );
    expect(
      codesOf({ entry: { on: { inbound: { keywords: ['쿠폰', 'Привет'] } }, if: 'person.id != "Иван"' } }),
    ).toEqual([]);
  });
});
