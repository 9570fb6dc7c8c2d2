// The header of a template or of a card: its variable, a file, a place or a product.

import type { HeaderParameter } from '../../../src/messaging/whatsapp-template.ts';
import { z } from '../../../src/node-kit/index.ts';
import { headerText, pictureFields, toPicture } from './header.ts';
import { locationField, toLocation } from './media.ts';
import { type Say, shortText, under } from './say.ts';

export const parameterName = z
  .string()
  .regex(/^[a-z0-9_]+$/)
  .meta({ description: "The parameter's name in the template." });

export const productField = z
  .strictObject({ catalog: shortText(200), id: shortText(200) })
  .meta({ description: 'A product: the id of its catalogue and its own there.' });

const product = z.strictObject({ product: productField });

export const templateHeaderField = z
  .union([
    headerText,
    z.strictObject({ text: headerText, name: parameterName.optional() }),
    ...pictureFields,
    z.strictObject({ location: locationField }),
    product,
  ])
  .meta({
    description: "What the header takes: its variable's text, a file, a place or a product.",
    examples: ['Spring', { image: 'https://example.org/spring.jpg' }],
  });

/** Pictures go with cards, texts don't. */
export const cardHeaderField = z.union([pictureFields[0], pictureFields[1], product]);

type Header = z.infer<typeof templateHeaderField>;
export type HeaderKind = Exclude<HeaderParameter['type'], never>;

export function headerKindOf(header: Header): HeaderKind {
  return toHeaderParameter(header, (source) => source).type;
}

export function toHeaderParameter(header: Header, say: Say): HeaderParameter {
  if (typeof header === 'string') return { type: 'text', text: say(header, []) };
  if ('text' in header) {
    const name = header.name === undefined ? {} : { parameter_name: header.name };
    return { type: 'text', ...name, text: say(header.text, ['text']) };
  }
  if ('location' in header) {
    return { type: 'location', location: toLocation(header.location, under(say, 'location')) };
  }
  if ('product' in header) {
    const { catalog, id } = header.product;
    const catalog_id = say(catalog, ['product', 'catalog']);
    return { type: 'product', product: { product_retailer_id: say(id, ['product', 'id']), catalog_id } };
  }
  return toPicture(header, say);
}
