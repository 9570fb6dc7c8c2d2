// Checks sections of products, of messages and of templates' buttons. Pure.

import type { ProductSection } from '../../messaging/whatsapp-interactive.ts';
import { limits } from './limits.ts';
import type { Checks, Problems } from './problem.ts';

/** A section needs its title where there are several. */
export function checkSections(place: string, sections: readonly ProductSection[], check: Checks): Problems {
  const { sectionTitle, sections: max, products } = limits.interactive;
  const items = sections.flatMap(({ product_items }) => product_items);
  return [
    ...check.count(`${place}.sections`, sections.length, { min: 1, max }),
    ...check.count(`${place}.products`, items.length, { min: 1, max: products }),
    ...sections.flatMap(({ title, product_items }, index) => [
      ...checkTitle(`${place}.sections[${index}].title`, { title, isNeeded: sections.length > 1 }, check),
      ...product_items.flatMap(({ product_retailer_id }, nth) =>
        check.text(`${place}.sections[${index}].products[${nth}]`, product_retailer_id, sectionTitle * 10),
      ),
    ]),
  ];
}

export function checkTitle(
  place: string,
  { title, isNeeded }: { readonly title: string | undefined; readonly isNeeded: boolean },
  check: Checks,
): Problems {
  return check.optional(place, isNeeded ? (title ?? '') : title, limits.interactive.sectionTitle);
}
