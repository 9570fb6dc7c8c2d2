// What a message costs by a price list: by channel and category, by channel alone, or the dearest where the category
// is not known. Pure.

import type { MessageUse } from '../catalogue.ts';
import type { PriceList, TemplateInfo } from '../surroundings.ts';
import { findTemplate } from './template-use.ts';

/** Prices of messages; undefined where the list has none. */
export function createPriceOf(
  { prices }: PriceList,
  templates: readonly TemplateInfo[] = [],
): (message: MessageUse) => number | undefined {
  const entries = Object.entries(prices);
  return (message) => {
    const { channel, template } = message;
    const category =
      message.category ??
      (template === undefined ? undefined : findTemplate(templates, template)?.category.toLowerCase());
    const exact =
      entries.find(([key]) => key === `${channel}.${category}`) ?? entries.find(([key]) => key === channel);
    if (exact !== undefined) return exact[1];
    const ofChannel = category === undefined ? entries.filter(([key]) => key.startsWith(`${channel}.`)) : [];
    return ofChannel.length === 0 ? undefined : Math.max(...ofChannel.map(([, price]) => price));
  };
}
