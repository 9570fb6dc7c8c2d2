import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  duplicate,
  emptyJourney,
  refuseId,
  refuseName,
  suggestId,
} from '../../../src/canvas/home/new-journey.ts';
import { fromText, toText } from '../../../src/canvas/model/json-text.ts';

const none = new Set<string>();

test('an id is made of the letters of a name', () => {
  expect(suggestId('Spring Sale!', none)).toBe('spring-sale');
  expect(suggestId('Café d’été', none)).toBe('cafe-d-ete');
  expect(suggestId('봄 세일', none)).toBe('journey');
  expect(suggestId('봄 세일', new Set(['journey', 'journey-2']))).toBe('journey-3');
});

test('a suggested id can be used, whatever the name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.array(fc.string()), (name, ids) => {
      const taken = new Set([...ids, suggestId(name, none)]);
      expect(refuseId(suggestId(name, taken), taken)).toBeUndefined();
    }),
  );
});

test('an id that is taken, empty or of another form is refused with the reason', () => {
  expect(refuseId('spring-sale', none)).toBeUndefined();
  expect(refuseId('spring-sale', new Set(['spring-sale']))?.en).toContain('already');
  expect(refuseId('', none)?.en).toContain('Give');
  expect(refuseId('Spring', none)?.en).toContain('Small letters');
  expect(refuseName('  ')?.ko).toContain('이름');
});

test('an empty journey and a duplicate have the shape of a journey', () => {
  const empty = emptyJourney('sale', '세일');
  expect(fromText(toText(empty)).journey).toEqual(empty);
  expect(duplicate(empty, 'sale-2', { ko: '세일 2' })).toEqual({
    ...empty,
    id: 'sale-2',
    name: { ko: '세일 2' },
  });
});
