// The canvas next to bare React Flow: one round, to see that both sides are played and nothing is left undrawn. The figures
// of a busy machine say nothing, so none is asserted but the heap, which no load changes.

import { expect, test } from 'vitest';
import { measureCanvas } from './canvas/canvas.ts';

test('the canvas bench plays both sides, and our heap stays near bare React Flow', {
  timeout: 240_000,
}, async () => {
  const { bench, figures, ratios } = await measureCanvas({ rounds: 1 });
  expect(bench).toBe('canvas');
  expect(Object.keys(ratios)).toEqual(['interactive', 'pan', 'drag', 'typing', 'heap']);
  for (const value of Object.values(figures)) expect(value).toBeGreaterThan(0);
  expect(ratios['heap']).toBeCloseTo((figures['heapMb'] ?? 0) / (figures['bareHeapMb'] ?? 1), 1);
  expect(ratios['heap']).toBeLessThanOrEqual(1.25);
});
