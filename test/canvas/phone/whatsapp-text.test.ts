import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type TextSpan, toSpans } from '../../../src/canvas/phone/whatsapp-text.ts';

describe('marks of WhatsApp', () => {
  test('each mark is a span of its own, with what it marks', () => {
    expect(toSpans('a *b* _c_ ~d~ `e` ```f\ng```')).toEqual([
      'a ',
      { mark: 'bold', spans: ['b'] },
      ' ',
      { mark: 'italic', spans: ['c'] },
      ' ',
      { mark: 'struck', spans: ['d'] },
      ' ',
      { mark: 'mono', spans: ['e'] },
      ' ',
      { mark: 'mono', spans: ['f\ng'] },
    ]);
  });

  test('marks stand within each other', () => {
    expect(toSpans('*봄 _세일_*')).toEqual([
      { mark: 'bold', spans: ['봄 ', { mark: 'italic', spans: ['세일'] }] },
    ]);
  });

  test.each(['2 * 3 * 4', 'snake_case_name', '* a *', '3*4*5', '*a\nb*', 'a ~ b', '**'])(
    'what is no mark stays as it is: %s',
    (text) => {
      expect(toSpans(text)).toEqual([text]);
    },
  );

  test('code takes marks as they are', () => {
    expect(toSpans('`*a*`')).toEqual([{ mark: 'mono', spans: ['*a*'] }]);
  });

  test('no character but a mark is lost, whatever the text', () => {
    const words = (spans: readonly TextSpan[]): string =>
      spans.map((span) => (typeof span === 'string' ? span : words(span.spans))).join('');
    const bare = (text: string) => text.replace(/[*_~`]/g, '');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'*_~` ab\n봄') }), (text) => {
        expect(bare(words(toSpans(text)))).toBe(bare(text));
      }),
    );
  });
});
