// What the buttons of a template or of a card take, by position. Buttons that take nothing are not named.

import type { TemplateButton } from '../../../src/messaging/whatsapp-template.ts';
import { labelled, z } from '../../../src/node-kit/index.ts';
import { sectionsField, toProductSections } from './products.ts';
import { type Say, sayAll, sayOptional, shortText, under } from './say.ts';

const index = z
  .int()
  .min(0)
  .max(9)
  .meta(
    labelled(
      { en: 'Position', ko: '위치' },
      { en: "Position among the template's buttons, from 0.", ko: '템플릿 버튼 중의 위치, 0부터입니다.' },
    ),
  );
const longText = shortText(2_000);

const button = z.union([
  z.strictObject({ index, text: longText }).meta(
    labelled(
      { en: 'Link', ko: '링크' },
      {
        en: 'The end of a link, or the code that an authentication template repeats.',
        ko: '링크의 끝부분, 또는 인증 템플릿의 코드입니다.',
      },
    ),
  ),
  z.strictObject({ index, payload: shortText(256) }).meta(
    labelled(
      { en: 'Quick reply', ko: '빠른 답장' },
      {
        en: 'What comes back when this quick reply is tapped.',
        ko: '빠른 답장을 눌렀을 때 돌아오는 값입니다.',
      },
    ),
  ),
  z
    .strictObject({ index, coupon: shortText(15) })
    .meta(
      labelled(
        { en: 'Coupon', ko: '쿠폰' },
        { en: 'The code that can be copied.', ko: '복사할 수 있는 코드입니다.' },
      ),
    ),
  z.strictObject({ index, catalog: z.strictObject({ thumbnail: shortText(200).optional() }) }).meta(
    labelled(
      { en: 'Catalogue', ko: '카탈로그' },
      {
        en: 'Opens the catalogue; the product in its picture.',
        ko: '카탈로그를 엽니다. 그림에 나올 상품을 정합니다.',
      },
    ),
  ),
  z
    .strictObject({ index, products: z.strictObject({ thumbnail: shortText(200), sections: sectionsField }) })
    .meta(
      labelled(
        { en: 'Products', ko: '상품들' },
        { en: 'Opens a choice of products.', ko: '고른 상품들을 엽니다.' },
      ),
    ),
  z
    .strictObject({
      index,
      flow: z.strictObject({
        token: shortText(256).optional(),
        data: z.record(z.string(), shortText(2_000)).optional(),
      }),
    })
    .meta(
      labelled(
        { en: 'Flow', ko: '플로' },
        {
          en: 'Opens a flow: its token, and what its first screen is given.',
          ko: '플로를 엽니다. 토큰과 첫 화면에 전달할 값입니다.',
        },
      ),
    ),
  z.strictObject({ index, call: z.strictObject({ minutes: z.int().min(1).max(43_200) }) }).meta(
    labelled(
      { en: 'Call', ko: '전화' },
      {
        en: 'Calls us; for how many minutes the button works.',
        ko: '우리에게 전화합니다. 버튼의 유효 시간(분)입니다.',
      },
    ),
  ),
]);

export const buttonsField = z
  .array(button)
  .max(10)
  .meta(labelled({ en: 'Buttons', ko: '버튼' }));
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
