import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWindowOpen, windowEndsAt } from '../../src/whatsapp/window.ts';

test('a window lasts 24 hours from the message and closes the margin earlier', () => {
  const endsAtMs = windowEndsAt(1_000);
  expect(endsAtMs).toBe(86_401_000);
  expect(isWindowOpen({ endsAtMs, nowMs: 86_340_999, marginMs: 60_000 })).toBe(true);
  expect(isWindowOpen({ endsAtMs, nowMs: 86_341_000, marginMs: 60_000 })).toBe(false);
});

test('nobody wrote, no window', () => {
  expect(isWindowOpen({ endsAtMs: undefined, nowMs: 0, marginMs: 0 })).toBe(false);
});

test('a message whose webhook is a day or more late opens nothing', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 86_400_000, max: 6e9 }), (inboundAtMs, lateMs) => {
      const endsAtMs = windowEndsAt(inboundAtMs);
      expect(isWindowOpen({ endsAtMs, nowMs: inboundAtMs + lateMs, marginMs: 0 })).toBe(false);
    }),
  );
});

test('a larger margin never opens a window that a smaller one has closed', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.nat(), fc.nat(), (endsAtMs, nowMs, marginMs, moreMs) => {
      const strict = isWindowOpen({ endsAtMs, nowMs, marginMs: marginMs + moreMs });
      if (strict) expect(isWindowOpen({ endsAtMs, nowMs, marginMs })).toBe(true);
    }),
  );
});
