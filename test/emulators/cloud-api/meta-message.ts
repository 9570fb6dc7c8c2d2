// Meta's published schema of POST /messages as one validator of any body. The description contradicts its own examples
// and cannot mean what it says in some places; those are mended here, each by name, and everything else is checked as
// Meta wrote it.

import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { z } from 'zod';

type Schemas = Readonly<Record<string, unknown>>;

const objectShape = z.looseObject({
  required: z.array(z.string()).optional(),
  properties: z.record(z.string(), z.unknown()),
});
const extensionShape = z.looseObject({ allOf: z.tuple([z.unknown(), objectShape]) });
const messageShape = z.looseObject({
  discriminator: z.looseObject({ mapping: z.record(z.string(), z.string()) }),
});
const oneOfShape = z.looseObject({ oneOf: z.array(z.unknown()) });

/** Compiles the validators once; says whether a body is one that the description allows. */
export function createMetaCheck(schemas: Schemas): (body: Record<string, unknown>) => boolean {
  const { mapping } = messageShape.parse(schemas['Message']).discriminator;
  const types = Object.keys(mapping);
  const byType = new Map(types.map((type) => [type, compile(schemas, { type, types, mapping })]));
  return (body) => {
    // 1. `type` is required, but Meta's own examples leave it out.
    const type = body['type'] ?? types.find((name) => name in body) ?? 'text';
    return 'type' in body && typeof body['type'] !== 'string'
      ? false
      : (byType.get(String(type))?.(body) ?? false);
  };
}

function compile(
  schemas: Schemas,
  { type, mapping }: { type: string; types: readonly string[]; mapping: Readonly<Record<string, string>> },
): ValidateFunction {
  const base = objectShape.parse(schemas['BaseMessageProperties']);
  const own = extensionShape.parse(schemas[mapping[type]?.split('/').at(-1) ?? '']).allOf[1];
  const ajv = new Ajv2020({ strict: false, logger: false });
  addFormats.default(ajv);
  return ajv.compile({
    type: 'object',
    // 2. `allOf` of two closed objects admits nothing: read as one object with the fields of both.
    additionalProperties: false,
    // 3. `to` is optional beside `recipient` since business-scoped ids (F§1.2), newer than this version;
    //    `recipient_type` is left out in Meta's own examples.
    required: ['messaging_product', ...(own.required ?? [])],
    properties: {
      ...base.properties,
      ...own.properties,
      // 4. Two documented fields are missing from the description (F§1.2).
      recipient: { type: 'string', pattern: '^[A-Z]{2}\\.' },
      biz_opaque_callback_data: { type: 'string' },
      ...(type === 'location' && { location: withNumbers(own.properties['location']) }),
    },
    anyOf: [{ required: ['to'] }, { required: ['recipient'] }],
    components: { schemas: mend(schemas) },
  });
}

/** 5. Coordinates are strings in the description, numbers in its examples. */
function withNumbers(location: unknown): unknown {
  const shape = objectShape.parse(location);
  const coordinate = { type: ['string', 'number'] };
  return { ...shape, properties: { ...shape.properties, latitude: coordinate, longitude: coordinate } };
}

function mend(schemas: Schemas): Schemas {
  const component = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  const parameter = (name: string, content: unknown) => ({
    type: 'object',
    required: ['type', name],
    properties: { type: { const: name }, [name]: content },
  });
  const interactive = objectShape.parse(schemas['InteractiveObject']);
  const named = (name: string) => ({
    required: ['name', 'parameters'],
    properties: { name: { const: name }, parameters: { type: 'object' } },
  });
  return {
    ...schemas,
    // 6. `policy` is marked required, but Meta's own examples leave it out.
    LanguageObject: { ...objectShape.parse(schemas['LanguageObject']), required: ['code'] },
    // 7. The discriminators of components and parameters are not followed by validators.
    TemplateComponent: { oneOf: ['Header', 'Body', 'Button'].map((name) => component(`Mended${name}`)) },
    MendedHeader: mendedComponent('header', component('MendedParameter'), 1),
    MendedBody: mendedComponent('body', component('MendedParameter'), 0),
    MendedParameter: {
      oneOf: [
        ...['Currency', 'DateTime', 'Document', 'Image', 'Text', 'Video'].map((name) =>
          ownPart(schemas, name),
        ),
        parameter('location', { type: 'object' }),
      ],
    },
    // 8. Index and kind of buttons: the pattern cannot match "0", and the examples have flow, CATALOG and numbers.
    MendedButton: {
      type: 'object',
      required: ['type', 'sub_type', 'index', 'parameters'],
      properties: {
        type: { const: 'button' },
        sub_type: { enum: ['quick_reply', 'url', 'catalog', 'CATALOG', 'flow'] },
        index: {
          anyOf: [
            { type: 'string', pattern: '^\\d$' },
            { type: 'integer', minimum: 0, maximum: 9 },
          ],
        },
        parameters: {
          type: 'array',
          minItems: 1,
          items: {
            oneOf: [
              parameter('payload', { type: 'string' }),
              parameter('action', { type: 'object' }),
              parameter('text', { type: ['string', 'boolean'] }),
            ],
          },
        },
      },
    },
    // 9. The examples of orders have types and actions that the description lacks.
    InteractiveObject: {
      ...interactive,
      properties: { ...interactive.properties, type: withOrders(interactive.properties['type']) },
    },
    ActionObject: {
      type: 'object',
      oneOf: [
        ...oneOfShape.parse(schemas['ActionObject']).oneOf,
        named('review_and_pay'),
        named('review_order'),
      ],
    },
  };
}

function mendedComponent(type: string, items: unknown, minItems: number): unknown {
  const parameters = { type: 'array', minItems, items };
  return {
    type: 'object',
    required: type === 'header' ? ['type', 'parameters'] : ['type'],
    properties: { type: { const: type }, parameters },
  };
}

/** The part of a parameter's schema that is its own: the other part is the discriminator's. */
function ownPart(schemas: Schemas, name: string): unknown {
  const own = extensionShape.parse(schemas[`${name}Parameter`]).allOf[1];
  return { ...own, required: ['type', ...(own.required ?? [])] };
}

function withOrders(type: unknown): unknown {
  const { enum: names } = z.looseObject({ enum: z.array(z.string()) }).parse(type);
  return { enum: [...names, 'order_details', 'order_status'] };
}
