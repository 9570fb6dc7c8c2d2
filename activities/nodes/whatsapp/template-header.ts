// The header of a template or of a card: its variable, a file, a place or a product.

import type { HeaderParameter } from '../../../src/messaging/whatsapp-template.ts';
import { labelled, z } from '../../../src/node-kit/index.ts';
import { headerText, pictureFields, toPicture } from './header.ts';
import { locationField, toLocation } from './media.ts';
import { type Say, shortText, under } from './say.ts';

export const parameterName = z
  .string()
  .regex(/^[a-z0-9_]+$/)
  .meta(
    labelled(
      { en: 'Parameter', ko: '변수 이름' },
      { en: "The parameter's name in the template.", ko: '템플릿에 있는 변수 이름입니다.' },
    ),
  );

export const productField = z
  .strictObject({
    catalog: shortText(200).meta(labelled({ en: 'Catalogue', ko: '카탈로그' })),
    id: shortText(200).meta(labelled({ en: 'Product', ko: '상품' })),
  })
  .meta(
    labelled(
      { en: 'Product', ko: '상품' },
      {
        en: 'A product: the id of its catalogue and its own there.',
        ko: '카탈로그 id와 그 안의 상품 id입니다.',
      },
    ),
  );

const product = z.strictObject({ product: productField }).meta(labelled({ en: 'Product', ko: '상품' }));

export const templateHeaderField = z
  .union([
    headerText,
    z
      .strictObject({ text: headerText, name: parameterName.optional() })
      .meta(labelled({ en: 'Text', ko: '글' })),
    ...pictureFields,
    z.strictObject({ location: locationField }).meta(labelled({ en: 'Place', ko: '위치' })),
    product,
  ])
  .meta({
    ...labelled(
      { en: 'Header', ko: '머리글' },
      {
        en: "What the header takes: its variable's text, a file, a place or a product.",
        ko: '머리글에 넣을 값: 변수의 글, 파일, 위치 또는 상품입니다.',
      },
    ),
    examples: ['Spring', { image: 'https://example.org/spring.jpg' }],
  });

/** Pictures go with cards, texts don't. */
export const cardHeaderField = z
  .union([pictureFields[0], pictureFields[1], product])
  .meta(labelled({ en: 'Header', ko: '머리글' }));

export type TemplateHeader = z.infer<typeof templateHeaderField>;
export type HeaderKind = Exclude<HeaderParameter['type'], never>;

export function headerKindOf(header: TemplateHeader): HeaderKind {
  return toHeaderParameter(header, (source) => source).type;
}

export function toHeaderParameter(header: TemplateHeader, say: Say): HeaderParameter {
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
