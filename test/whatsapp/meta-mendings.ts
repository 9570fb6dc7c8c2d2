// Where Meta's description of POST /messages is narrower than what Meta's own examples and documentation send. Each
// mending has its reason; a mending that changes nothing fails, so that none outlives its cause.

import type { Json, Schema, Schemas } from './meta-openapi.ts';

interface Mending {
  readonly why: string;
  readonly change: (schemas: Draft) => void;
}

interface Draft {
  /** Replaces what stands at a dotted path; it has to be something else than before. */
  set(path: string, value: Json): void;
  /** Adds to a list or an object at a dotted path. */
  add(path: string, value: Json[] | Schema): void;
}

const text = { type: 'string' };
const integer = { type: 'integer' };
const list = (items: Schema): Schema => ({ type: 'array', items, minItems: 1 });
const object = (properties: Schema, required = Object.keys(properties)): Schema => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
});
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const one = (value: string): Schema => ({ const: value });
const kind = (from: string, own: Schema): Schema => ({
  allOf: [ref(from), { type: 'object', required: Object.keys(own), properties: own }],
});
const named = (name: string, parameters?: Schema): Schema =>
  object({ name: one(name), ...(parameters === undefined ? {} : { parameters }) });

export const mendings: readonly Mending[] = [
  {
    why: '`to` is optional beside `recipient`, and our token travels with the message (F§1.2). Examples leave out `type` and `recipient_type`.',
    change: ({ set, add }) => {
      set('BaseMessageProperties.required', ['messaging_product']);
      set('BaseMessageProperties.anyOf', [{ required: ['to'] }, { required: ['recipient'] }]);
      add('BaseMessageProperties.properties', {
        recipient: { type: 'string', pattern: '^[A-Z]{2}\\.' },
        biz_opaque_callback_data: text,
      });
    },
  },
  {
    why: 'Examples leave out `language.policy`.',
    change: ({ set }) => set('LanguageObject.required', ['code']),
  },
  {
    why: "A button's position is 0 to 9, as the text of its own description says, and a number in examples.",
    change: ({ set }) => {
      const index = {
        anyOf: [
          { type: 'string', pattern: '^[0-9]$' },
          { type: 'integer', maximum: 9 },
        ],
      };
      set('TemplateComponent.properties.index', index);
      set('ButtonComponent.allOf.1.properties.index', index);
    },
  },
  {
    why: 'Coordinates are numbers in examples.',
    change: ({ set }) => {
      set('LocationMessage.allOf.1.properties.location.properties.latitude', { type: 'number' });
      set('LocationMessage.allOf.1.properties.location.properties.longitude', { type: 'number' });
    },
  },
  {
    why: 'Named parameters (F§1.3).',
    change: ({ add }) => add('ParameterObject.properties', { parameter_name: text }),
  },
  {
    why: 'An example gives quick replies a boolean as text.',
    change: ({ set }) => set('ButtonTextParameter.allOf.1.properties.text', { type: ['string', 'boolean'] }),
  },
  {
    why: "Parameters of headers that Meta's documentation has beside the described ones (F§1.3).",
    change: ({ add, set }) => {
      add('ParameterObject.properties.type.enum', ['location', 'product']);
      add('ParameterObject.discriminator.mapping', {
        location: 'LocationParameter',
        product: 'ProductParameter',
      });
      const place = {
        latitude: { type: 'number' },
        longitude: { type: 'number' },
        name: text,
        address: text,
      };
      set(
        'LocationParameter',
        kind('ParameterObject', {
          type: one('location'),
          location: object(place, ['latitude', 'longitude']),
        }),
      );
      set(
        'ProductParameter',
        kind('ParameterObject', {
          type: one('product'),
          product: object({ product_retailer_id: text, catalog_id: text }),
        }),
      );
    },
  },
  {
    why: "Buttons of Meta's documentation and examples beside the described ones (F§1.3).",
    change: ({ add, set }) => {
      const kinds = ['CATALOG', 'copy_code', 'flow', 'mpm', 'voice_call'];
      add('TemplateComponent.properties.sub_type.enum', kinds);
      add('ButtonComponent.allOf.1.properties.sub_type.enum', kinds);
      add('ButtonParameterObject.properties.type.enum', ['action', 'coupon_code', 'ttl_minutes']);
      add('ButtonParameterObject.discriminator.mapping', {
        action: 'ButtonActionParameter',
        coupon_code: 'ButtonCouponParameter',
        ttl_minutes: 'ButtonMinutesParameter',
      });
      const action = object(
        {
          thumbnail_product_retailer_id: text,
          sections: list(ref('SectionObject')),
          flow_token: text,
          flow_action_data: { type: 'object' },
        },
        [],
      );
      set('ButtonActionParameter', kind('ButtonParameterObject', { type: one('action'), action }));
      set(
        'ButtonCouponParameter',
        kind('ButtonParameterObject', { type: one('coupon_code'), coupon_code: text }),
      );
      set(
        'ButtonMinutesParameter',
        kind('ButtonParameterObject', { type: one('ttl_minutes'), ttl_minutes: integer }),
      );
    },
  },
  {
    why: "Carousels and limited-time offers of Meta's documentation.",
    change: ({ add, set }) => {
      add('TemplateComponent.properties.type.enum', ['carousel', 'limited_time_offer']);
      add('TemplateComponent.discriminator.mapping', {
        carousel: 'CarouselComponent',
        limited_time_offer: 'OfferComponent',
      });
      const card = object({ card_index: integer, components: list(ref('TemplateComponent')) });
      set('CarouselComponent', kind('TemplateComponent', { type: one('carousel'), cards: list(card) }));
      const offer = object({
        type: one('limited_time_offer'),
        limited_time_offer: object({ expiration_time_ms: integer }),
      });
      set(
        'OfferComponent',
        kind('TemplateComponent', { type: one('limited_time_offer'), parameters: list(offer) }),
      );
    },
  },
  {
    why: "Interactive kinds of Meta's documentation and examples beside the described ones (F§1.3).",
    change: ({ add }) => {
      add('InteractiveObject.properties.type.enum', [
        'cta_url',
        'location_request_message',
        'address_message',
        'request_contact_info',
        'voice_call',
        'order_details',
        'order_status',
      ]);
      const anything = { type: 'object' };
      const address = object({ country: text, values: anything }, ['country']);
      const call = object({ display_text: text, ttl_minutes: integer }, ['display_text']);
      add('ActionObject.oneOf', [
        named('cta_url', object({ display_text: { type: 'string', maxLength: 20 }, url: text })),
        named('send_location'),
        named('address_message', address),
        named('request_contact_info'),
        named('voice_call', call),
        named('review_and_pay', anything),
        named('review_order', anything),
      ]);
    },
  },
];

/** The schemas with all mendings made. */
export function mend(given: Schemas): Schemas {
  const schemas = structuredClone(given);
  for (const { why, change } of mendings) {
    const before = JSON.stringify(schemas);
    change({
      set: (path, value) => {
        const [parent, key] = findPlace(schemas, path);
        parent[key] = value;
      },
      add: (path, value) => {
        const [parent, key] = findPlace(schemas, path);
        const present = parent[key];
        if (Array.isArray(present) && Array.isArray(value)) present.push(...value);
        else if (isObject(present) && isObject(value)) Object.assign(present, value);
        else throw new TypeError(`Nothing can be added at ${path}.`);
      },
    });
    if (JSON.stringify(schemas) === before) throw new TypeError(`Mends nothing: ${why}`);
  }
  return schemas;
}

function findPlace(schemas: Schemas, path: string): [parent: { [key: string]: Json }, key: string] {
  const steps = path.split('.');
  const key = steps.pop() ?? '';
  let parent: Json = schemas;
  for (const step of steps) {
    const next: Json | undefined = Array.isArray(parent)
      ? parent[Number(step)]
      : isObject(parent)
        ? parent[step]
        : undefined;
    if (next === undefined) throw new TypeError(`The description has no ${path}.`);
    parent = next;
  }
  if (!isObject(parent)) throw new TypeError(`The description has no ${path}.`);
  return [parent, key];
}

function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
