// What the person can do with an interactive message: one action shape for each type (F§1.3), with Meta's lengths.

import * as z from 'zod';
import { atMost, oneTo } from './characters.ts';

const nonEmpty = z.string().min(1);
const namedAction = <Name extends string, Parameters extends z.ZodType>(name: Name, parameters: Parameters) =>
  z.strictObject({ name: z.literal(name), parameters });

export const buttonsAction = z.strictObject({
  buttons: z
    .array(
      z.strictObject({
        type: z.literal('reply'),
        reply: z.strictObject({ id: oneTo(256), title: oneTo(20) }),
      }),
    )
    .min(1)
    .max(3)
    .refine((buttons) => areUnique(buttons.map(({ reply }) => reply.id)), 'must have unique ids')
    .refine((buttons) => areUnique(buttons.map(({ reply }) => reply.title)), 'must have unique titles'),
});

const rows = z
  .array(
    z.strictObject({
      id: oneTo(200),
      title: oneTo(24),
      description: atMost(72).optional(),
    }),
  )
  .min(1);

export const listAction = z.strictObject({
  button: oneTo(20),
  sections: titled(z.strictObject({ title: atMost(24).optional(), rows }))
    .refine(
      (sections) => sections.flatMap((section) => section.rows).length <= 10,
      'must have at most 10 rows',
    )
    .refine(
      (sections) => areUnique(sections.flatMap((section) => section.rows.map(({ id }) => id))),
      'must have rows with unique ids',
    ),
});

export const productAction = z.strictObject({ catalog_id: nonEmpty, product_retailer_id: nonEmpty });

export const productListAction = z.strictObject({
  catalog_id: nonEmpty,
  sections: titled(
    z.strictObject({
      title: atMost(24).optional(),
      product_items: z
        .array(z.strictObject({ product_retailer_id: nonEmpty }))
        .min(1)
        .max(30),
    }),
  ),
});

export const catalogAction = namedAction(
  'catalog_message',
  z.strictObject({ thumbnail_product_retailer_id: nonEmpty }),
);

export const flowAction = namedAction(
  'flow',
  z
    .strictObject({
      flow_message_version: z.literal('3'),
      flow_id: nonEmpty.optional(),
      flow_name: nonEmpty.optional(),
      flow_cta: oneTo(30),
      mode: z.enum(['draft', 'published']).optional(),
      flow_token: z.string().optional(),
      flow_action: z.enum(['navigate', 'data_exchange']).optional(),
      flow_action_payload: z
        .strictObject({ screen: z.string().optional(), data: z.looseObject({}).optional() })
        .optional(),
    })
    .refine((flow) => (flow.flow_id === undefined) !== (flow.flow_name === undefined), {
      path: ['flow_id'],
      message: 'is needed, or flow_name, and not both',
    }),
);

export const ctaUrlAction = namedAction(
  'cta_url',
  z.strictObject({ display_text: oneTo(20), url: z.url({ protocol: /^https?$/ }) }),
);

/** Payments: their orders are checked by the payment partner, here only for being there. */
export const orderDetailsAction = namedAction(
  'review_and_pay',
  z.looseObject({ reference_id: nonEmpty, currency: nonEmpty, order: z.looseObject({}) }),
);
export const orderStatusAction = namedAction(
  'review_order',
  z.looseObject({ reference_id: nonEmpty, order: z.looseObject({ status: nonEmpty }) }),
);

export const addressAction = namedAction('address_message', z.looseObject({ country: z.string().length(2) }));
export const voiceCallAction = z.strictObject({
  name: z.literal('voice_call'),
  parameters: z.looseObject({ display_text: oneTo(20).optional() }).optional(),
});
export const bareAction = <Name extends string>(name: Name) => z.strictObject({ name: z.literal(name) });

/** With more than one section each of them needs a title. */
function titled<Section extends z.ZodType<{ title?: string | undefined }>>(section: Section) {
  return z
    .array(section)
    .min(1)
    .max(10)
    .refine(
      (sections) =>
        sections.length === 1 || sections.every(({ title }) => title !== undefined && title !== ''),
      'must have titles when there are several',
    );
}

function areUnique(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}
