// Checks what fills a template: lengths, counts and positions (F§1.3). Places are those of the template's parts:
// `header`, `body[name]`, `buttons[1]`, `carousel[0].body[2]`. Pure.

import type {
  BodyParameter,
  CardComponent,
  HeaderParameter,
  TemplateButton,
  TemplateCard,
  WhatsAppTemplate,
} from '../../messaging/whatsapp-template.ts';
import { checkLocation, checkMedia } from './check-media.ts';
import { checkSections } from './check-products.ts';
import { limits } from './limits.ts';
import { parameterChecks as check, type Problems } from './problem.ts';

export function checkTemplate({ components = [] }: WhatsAppTemplate): Problems {
  return [
    ...checkComponents('', components.filter(isCardComponent), limits.template.buttons),
    ...components.flatMap((component) => {
      if (component.type === 'carousel') return checkCards(component.cards);
      if (component.type !== 'limited_time_offer') return [];
      const [{ limited_time_offer: offer }] = component.parameters;
      return check.holds('offer', Number.isSafeInteger(offer.expiration_time_ms));
    }),
  ];
}

function isCardComponent(component: { readonly type: string }): component is CardComponent {
  return component.type === 'header' || component.type === 'body' || component.type === 'button';
}

function checkComponents(prefix: string, components: readonly CardComponent[], maxButtons: number): Problems {
  const buttons = components.filter((component) => component.type === 'button');
  return [
    ...components.flatMap((component) => checkComponent(prefix, component)),
    ...check.count(`${prefix}buttons`, buttons.length, { max: maxButtons }),
    ...check.unique(
      buttons.map(({ index }) => index),
      (nth) => `${prefix}buttons[${buttons[nth]?.index}]`,
    ),
  ];
}

function checkComponent(prefix: string, component: CardComponent): Problems {
  switch (component.type) {
    case 'header':
      return component.parameters.flatMap((parameter) => checkHeader(`${prefix}header`, parameter));
    case 'body':
      return component.parameters.flatMap((parameter, index) =>
        checkBody(`${prefix}body[${parameter.parameter_name ?? index}]`, parameter),
      );
    case 'button':
      return checkButton(`${prefix}buttons[${component.index}]`, component);
  }
}

function checkCards(cards: readonly TemplateCard[]): Problems {
  return [
    ...check.count('carousel', cards.length, { min: 1, max: limits.template.cards }),
    ...cards.flatMap(({ card_index, components }) =>
      checkComponents(`carousel[${card_index}].`, components, limits.template.cardButtons),
    ),
  ];
}

function checkHeader(place: string, parameter: HeaderParameter): Problems {
  switch (parameter.type) {
    case 'text':
      return check.text(place, parameter.text, limits.template.header);
    case 'image':
      return checkMedia(`${place}.image`, parameter.image, check);
    case 'video':
      return checkMedia(`${place}.video`, parameter.video, check);
    case 'document':
      return checkMedia(`${place}.document`, parameter.document, check);
    case 'location':
      return checkLocation(`${place}.location`, parameter.location, check);
    case 'product': {
      const { catalog_id, product_retailer_id } = parameter.product;
      return [
        ...check.text(`${place}.product.catalog_id`, catalog_id, limits.template.button),
        ...check.text(`${place}.product.product_retailer_id`, product_retailer_id, limits.template.button),
      ];
    }
  }
}

function checkBody(place: string, parameter: BodyParameter): Problems {
  switch (parameter.type) {
    case 'text':
      return check.text(place, parameter.text, limits.template.body);
    case 'currency': {
      const { fallback_value, code, amount_1000 } = parameter.currency;
      return [
        ...check.text(place, fallback_value, limits.template.body),
        ...check.holds(place, /^[A-Z]{3}$/.test(code) && isInt32(amount_1000)),
      ];
    }
    case 'date_time':
      return check.text(place, parameter.date_time.fallback_value, limits.template.body);
  }
}

/** Meta's form of an amount. */
function isInt32(value: number): boolean {
  return (value | 0) === value;
}

function checkButton(place: string, button: TemplateButton): Problems {
  return [...check.holds(place, /^\d$/.test(button.index)), ...checkButtonValue(place, button)];
}

function checkButtonValue(place: string, button: TemplateButton): Problems {
  const limit = limits.template.button;
  switch (button.sub_type) {
    case 'quick_reply':
      return check.text(place, button.parameters[0].payload, limit);
    case 'url':
      return check.text(place, button.parameters[0].text, limit);
    case 'copy_code':
      return check.text(place, button.parameters[0].coupon_code, limits.template.coupon);
    case 'catalog':
      return check.optional(place, button.parameters[0].action.thumbnail_product_retailer_id, limit);
    case 'mpm': {
      const { sections, thumbnail_product_retailer_id } = button.parameters[0].action;
      return [
        ...check.text(place, thumbnail_product_retailer_id, limit),
        ...checkSections(place, sections, check),
      ];
    }
    case 'flow':
      return check.optional(place, button.parameters[0].action.flow_token, limit);
    case 'voice_call':
      return check.holds(place, Number.isSafeInteger(button.parameters[0].ttl_minutes));
  }
}
