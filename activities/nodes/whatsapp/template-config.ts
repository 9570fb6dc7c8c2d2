// What an author says of a template to send: which one, what fills it, how it waits, and what goes out instead.

import {
  durationField,
  expiresField,
  labelled,
  templateLanguageField,
  templateNameField,
  z,
} from '../../../src/node-kit/index.ts';
import { evidenceOptions, senderField } from './options.ts';
import { shortText } from './say.ts';
import { bodyField } from './template-body.ts';
import { buttonsField } from './template-buttons.ts';
import { cardHeaderField, templateHeaderField } from './template-header.ts';

const card = z.strictObject({
  header: cardHeaderField,
  body: bodyField.optional(),
  buttons: buttonsField.max(2).optional(),
});

const nameField = templateNameField.meta(
  labelled(
    { en: 'Template', ko: '템플릿' },
    { en: "The template's name at Meta.", ko: 'Meta에 등록된 템플릿 이름입니다.' },
  ),
);
const languageField = templateLanguageField.meta(
  labelled(
    { en: 'Language', ko: '언어' },
    { en: "The template's language at Meta.", ko: 'Meta에 등록된 템플릿 언어입니다.' },
  ),
);

const alternate = z.strictObject({
  template: nameField,
  language: languageField
    .optional()
    .meta(
      labelled(
        { en: 'Language', ko: '언어' },
        { en: 'The same language unless given.', ko: '비워 두면 같은 언어입니다.' },
      ),
    ),
  header: templateHeaderField.optional(),
  body: bodyField.optional(),
  buttons: buttonsField.optional(),
});

const canary = z.strictObject({
  first: z
    .int()
    .min(1)
    .max(10_000)
    .meta(
      labelled(
        { en: 'People', ko: '인원' },
        { en: 'How many people go first.', ko: '먼저 받을 인원입니다.' },
      ),
    ),
  wait: durationField.default('1h').meta(
    labelled(
      { en: 'Wait', ko: '대기' },
      {
        en: 'How long their evidence is waited for once all of them are out.',
        ko: '모두 나간 뒤 증거를 기다리는 시간입니다.',
      },
    ),
  ),
  atLeast: z
    .number()
    .min(0)
    .max(1)
    .default(0.9)
    .meta(
      labelled(
        { en: 'At least', ko: '최소 비율' },
        { en: 'The share of them that has to be delivered.', ko: '도착해야 하는 비율입니다.' },
      ),
    ),
});

export const templateConfig = z.strictObject({
  template: nameField,
  language: languageField,
  header: templateHeaderField.optional(),
  body: bodyField.optional(),
  buttons: buttonsField.optional().meta(
    labelled(
      { en: 'Buttons', ko: '버튼' },
      {
        en: 'What buttons take, by position. A button that takes nothing is left out.',
        ko: '위치별로 버튼에 넣을 값입니다. 값이 필요 없는 버튼은 뺍니다.',
      },
    ),
  ),
  carousel: z
    .array(card)
    .min(1)
    .max(10)
    .optional()
    .meta(
      labelled(
        { en: 'Carousel', ko: '캐러셀' },
        {
          en: "The template's cards, in order; each has the same parts.",
          ko: '템플릿의 카드 순서대로이며, 구성은 모두 같습니다.',
        },
      ),
    ),
  offerEnds: shortText(100)
    .optional()
    .meta({
      ...labelled(
        { en: 'Offer ends', ko: '혜택 종료' },
        {
          en: 'Templates of limited-time offers: when the offer ends.',
          ko: '기간 한정 혜택 템플릿에서 혜택이 끝나는 시각입니다.',
        },
      ),
      examples: ['2026-12-24T15:00:00Z', '{{ event.endsAt }}'],
    }),
  alternate: alternate.optional().meta(
    labelled(
      { en: 'Alternate', ko: '대체 템플릿' },
      {
        en: 'Goes out instead while the template is paused, disabled or missing at Meta.',
        ko: '템플릿이 Meta에서 일시 중지, 비활성 또는 없을 때 대신 나갑니다.',
      },
    ),
  ),
  ...evidenceOptions,
  expires: expiresField.optional(),
  sender: senderField.optional(),
  canary: canary.optional().meta(
    labelled(
      { en: 'Canary', ko: '카나리' },
      {
        en: 'The first people go ahead; the others wait for how many of those are delivered. Too few: outcome `stopped`.',
        ko: '일부 고객에게 먼저 보내고, 도착한 비율을 본 뒤 나머지에게 보냅니다. 너무 적으면 결과는 `stopped`입니다.',
      },
    ),
  ),
  repeatUnresolved: z
    .boolean()
    .default(false)
    .meta(
      labelled(
        { en: 'Repeat when unresolved', ko: '불확실하면 다시 보내기' },
        {
          en: 'Utility templates: one more attempt when it stays unknown whether the first was sent.',
          ko: '유틸리티 템플릿: 첫 발송 여부를 끝내 알 수 없으면 한 번 더 보냅니다.',
        },
      ),
    ),
});
export type TemplateConfig = z.infer<typeof templateConfig>;
