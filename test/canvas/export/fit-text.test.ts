import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText, wrapText } from '../../../src/canvas/export/fit-text.ts';
import { displayWidth } from '../../../src/journey/display-width.ts';

describe('text that has to fit', () => {
  it('never is wider than its room, and stays as it is where it fits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 40 }), (text, columns) => {
        const cut = cutText(text, columns);
        expect(displayWidth(cut)).toBeLessThanOrEqual(columns);
        const line = text.replace(/\s+/g, ' ');
        if (displayWidth(line) <= columns) expect(cut).toBe(line);
      }),
    );
  });

  it('goes on in another line, and is cut in the last', () => {
    expect(wrapText('WhatsApp template · spring_sale · ko', 20, 2)).toEqual([
      'WhatsApp template ·',
      'spring_sale · ko',
    ]);
    expect(wrapText('한 둘 셋 넷 다섯 여섯', 6, 2)).toEqual(['한 둘', '셋 넷…']);
    expect(wrapText('', 20, 2)).toEqual([]);
  });
});
