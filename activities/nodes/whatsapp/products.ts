// Sections of products of a catalogue.

import type { ProductSection } from '../../../src/messaging/whatsapp-interactive.ts';
import { labelled, z } from '../../../src/node-kit/index.ts';
import { type Say, sayOptional, shortText, under } from './say.ts';

export const sectionsField = z
  .array(
    z.strictObject({
      title: shortText(24)
        .optional()
        .meta(labelled({ en: 'Title', ko: '제목' })),
      items: z
        .array(shortText(200))
        .min(1)
        .max(30)
        .meta(labelled({ en: 'Products', ko: '상품' }, { en: 'Ids of products.', ko: '상품 id입니다.' })),
    }),
  )
  .min(1)
  .max(10);

export function toProductSections(
  sections: z.infer<typeof sectionsField>,
  say: Say,
): readonly ProductSection[] {
  return sections.map(({ title, items }, index) => ({
    ...sayOptional(under(say, index), 'title', title),
    product_items: items.map((item, nth) => ({ product_retailer_id: say(item, [index, 'items', nth]) })),
  }));
}
