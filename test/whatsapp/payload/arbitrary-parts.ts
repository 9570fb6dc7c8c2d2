// Random parts of messages.

import fc from 'fast-check';
import type { ProductSection } from '../../../src/messaging/whatsapp-interactive.ts';
import type { WhatsAppMedia } from '../../../src/messaging/whatsapp-media.ts';

/** Text that is not blank, of at most so many code points: all scripts, breaks and spaces in it. */
export function words(max: number): fc.Arbitrary<string> {
  const sign = fc.oneof(fc.string({ maxLength: 1 }), fc.constantFrom(' ', '\n', '\t', '가', '😀', '\u0000'));
  return fc
    .tuple(fc.constantFrom('a', '나', '🎈'), fc.array(sign, { maxLength: Math.min(max - 1, 40) }))
    .map(([first, rest]) => [first, ...rest].join(''))
    .filter((text) => [...text].length <= max);
}

export const number = fc.stringMatching(/^[1-9][0-9]{5,14}$/);

export function fileOf(): fc.Arbitrary<WhatsAppMedia> {
  return fc.oneof(
    fc.record({ id: number }),
    fc.record({ link: fc.constantFrom('https://example.com/a.jpg', 'http://example.org/b?c=1&d=%20') }),
  );
}

const degrees = (max: number) => fc.double({ min: -max, max, noNaN: true });
export const location = some(
  { latitude: degrees(90), longitude: degrees(180) },
  { name: words(60), address: words(60) },
);

export const sections: fc.Arbitrary<ProductSection[]> = fc.integer({ min: 1, max: 10 }).map((count) =>
  Array.from({ length: count }, (_, index) => ({
    title: `Section ${index}`,
    product_items: [{ product_retailer_id: `a${index}` }, { product_retailer_id: `b${index}` }],
  })),
);

/** A record of which the second part may be there or not. */
export function some<Must extends object, May extends object>(
  must: { [Key in keyof Must]: fc.Arbitrary<Must[Key]> },
  may: { [Key in keyof May]: fc.Arbitrary<May[Key]> },
): fc.Arbitrary<Must & Partial<May>> {
  return fc
    .tuple(fc.record(must), fc.record(may, { requiredKeys: [] }))
    .map(([always, sometimes]) => ({ ...always, ...sometimes }) as Must & Partial<May>);
}
