import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('../../../src/canvas/look/tokens.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = css.split('[data-theme="dark"]');

function colours(block: string): ReadonlyMap<string, string> {
  return new Map(
    [...block.matchAll(/--([\w-]+): #([0-9a-f]{6})/g)].map(([, name = '', hex = '']) => [name, hex]),
  );
}

/** Relative luminance of WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one = '', other = ''): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

describe.each([
  ['light', colours(light)],
  ['dark', colours(dark)],
])('in %s', (_theme, known) => {
  test.each(['reached', 'waiting', 'fell', 'failed'])('words that mean %s can be read', (meaning) => {
    for (const ground of ['panel', 'bg', `${meaning}-bg`])
      expect(contrast(known.get(meaning), known.get(ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['ink', 'ink-2', 'ink-3'])('%s can be read', (ink) => {
    for (const ground of ['panel', 'bg', 'raise'])
      expect(contrast(known.get(ink), known.get(ground))).toBeGreaterThanOrEqual(4.5);
  });
});
