// What the buttons of a template or of a card take, by position. Buttons that take nothing are not named.

import type { TemplateButton } from '../../../src/messaging/whatsapp-template.ts';
import { z } from '../../../src/node-kit/index.ts';
import { sectionsField, toProductSections } from './products.ts';
import { type Say, sayAll, sayOptional, shortText, under } from './say.ts';

const index = z.int().min(0).max(9).meta({ description: "Position among the template's buttons, from 0." });
const longText = shortText(2_000);

const button = z.union([
  z
    .strictObject({ index, text: longText })
    .meta({ description: 'The end of a link, or the code that an authentication template repeats.' }),
  z
    .strictObject({ index, payload: shortText(256) })
    .meta({ description: 'What comes back when this quick reply is tapped.' }),
  z.strictObject({ index, coupon: shortText(15) }).meta({ description: 'The code that can be copied.' }),
  z
    .strictObject({ index, catalog: z.strictObject({ thumbnail: shortText(200).optional() }) })
    .meta({ description: 'Opens the catalogue; the product in its picture.' }),
  z
    .strictObject({ index, products: z.strictObject({ thumbnail: shortText(200), sections: sectionsField }) })
    .meta({ description: 'Opens a choice of products.' }),
  z
    .strictObject({
      index,
      flow: z.strictObject({
        token: shortText(256).optional(),
        data: z.record(z.string(), shortText(2_000)).optional(),
      }),
    })
    .meta({ description: 'Opens a flow: its token, and what its first screen is given.' }),
  z
    .strictObject({ index, call: z.strictObject({ minutes: z.int().min(1).max(43_200) }) })
    .meta({ description: 'Calls us; for how many minutes the button works.' }),
]);

export const buttonsField = z.array(button).max(10);
export type Button = z.infer<typeof button>;

export function toButtons(buttons: readonly Button[], say: Say): readonly TemplateButton[] {
  return buttons.map((item, nth) => ({
    type: 'button',
    index: String(item.index),
    ...toValue(item, under(say, nth)),
  }));
}

/** What comes back from a quick reply, where it is the same for everybody; a button without a payload gives its label. */
export function listPayload(item: Button): readonly string[] {
  return 'payload' in item && !item.payload.includes('{') ? [item.payload] : [];
}

/** A union's members lose their tie to one another when they are spread, so each is made whole. */
type Value = {
  [Kind in TemplateButton['sub_type']]: Pick<
    Extract<TemplateButton, { sub_type: Kind }>,
    'sub_type' | 'parameters'
  >;
}[TemplateButton['sub_type']];

function toValue(item: Button, say: Say): Value {
  if ('text' in item) {
    return { sub_type: 'url', parameters: [{ type: 'text', text: say(item.text, ['text']) }] };
  }
  if ('payload' in item) {
    const payload = say(item.payload, ['payload']);
    return { sub_type: 'quick_reply', parameters: [{ type: 'payload', payload }] };
  }
  if ('coupon' in item) {
    const coupon_code = say(item.coupon, ['coupon']);
    return { sub_type: 'copy_code', parameters: [{ type: 'coupon_code', coupon_code }] };
  }
  if ('catalog' in item) {
    const { thumbnail } = item.catalog;
    const name = { as: 'thumbnail_product_retailer_id', at: 'thumbnail' } as const;
    const action = sayOptional(under(say, 'catalog'), name, thumbnail);
    return { sub_type: 'catalog', parameters: [{ type: 'action', action }] };
  }
  if ('products' in item) {
    const inside = under(say, 'products');
    const action = {
      thumbnail_product_retailer_id: inside(item.products.thumbnail, ['thumbnail']),
      sections: toProductSections(item.products.sections, under(inside, 'sections')),
    };
    return { sub_type: 'mpm', parameters: [{ type: 'action', action }] };
  }
  if ('flow' in item) {
    const { token, data } = item.flow;
    const action = {
      ...sayOptional(under(say, 'flow'), { as: 'flow_token', at: 'token' }, token),
      ...(data === undefined ? {} : { flow_action_data: sayAll(data, under(say, 'flow', 'data')) }),
    };
    return { sub_type: 'flow', parameters: [{ type: 'action', action }] };
  }
  return {
    sub_type: 'voice_call',
    parameters: [{ type: 'ttl_minutes', ttl_minutes: item.call.minutes }],
  };
}
