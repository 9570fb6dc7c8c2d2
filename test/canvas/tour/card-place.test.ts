import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeCard } from '../../../src/canvas/tour/card-place.ts';

const page = { width: 1_440, height: 900 };
const card = { width: 320, height: 200 };

test('the card stands right of what it shows, else left of it, else below or above', () => {
  expect(placeCard({ left: 100, top: 200, width: 100, height: 50 }, card, page)).toEqual({
    left: 216,
    top: 200,
  });
  expect(placeCard({ left: 1_200, top: 200, width: 100, height: 50 }, card, page)).toEqual({
    left: 864,
    top: 200,
  });
  expect(placeCard({ left: 100, top: 100, width: 1_240, height: 50 }, card, page)).toEqual({
    left: 100,
    top: 166,
  });
  expect(placeCard({ left: 100, top: 800, width: 1_240, height: 50 }, card, page)).toEqual({
    left: 100,
    top: 584,
  });
  expect(placeCard(undefined, card, page)).toEqual({ left: 1_104, top: 684 });
});

test('the card is always in sight', () => {
  const side = fc.integer({ min: -200, max: 1_600 });
  fc.assert(
    fc.property(side, side, fc.nat(1_400), fc.nat(900), (left, top, width, height) => {
      const place = placeCard({ left, top, width, height }, card, page);
      expect(place.left).toBeGreaterThanOrEqual(0);
      expect(place.top).toBeGreaterThanOrEqual(0);
      expect(place.left + card.width).toBeLessThanOrEqual(page.width);
      expect(place.top + card.height).toBeLessThanOrEqual(page.height);
    }),
  );
});
