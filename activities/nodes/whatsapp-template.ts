// `whatsapp.template`: an approved template on WhatsApp, seen through to the awaited evidence.

import { awaitableWords } from '../../src/messaging/outcomes.ts';
import type {
  CardComponent,
  WhatsAppTemplate,
  WhatsAppTemplateComponent,
} from '../../src/messaging/whatsapp-template.ts';
import type { MessagePlan } from '../../src/node-kit/index.ts';
import {
  defineMessage,
  durationField,
  templateLanguageField,
  templateNameField,
  z,
} from '../../src/node-kit/index.ts';
import { senderField } from './whatsapp/options.ts';
import { listTexts, type Say, shortText, under } from './whatsapp/say.ts';
import { type Body, bodyField, toBodyParameters } from './whatsapp/template-body.ts';
import { type Button, buttonsField, listPayload, toButtons } from './whatsapp/template-buttons.ts';
import {
  cardHeaderField,
  headerKindOf,
  templateHeaderField,
  toHeaderParameter,
} from './whatsapp/template-header.ts';

const card = z.strictObject({
  header: cardHeaderField,
  body: bodyField.optional(),
  buttons: buttonsField.max(2).optional(),
});

const nameField = templateNameField.meta({ description: "The template's name at Meta." });
const languageField = templateLanguageField.meta({ description: "The template's language at Meta." });

const alternate = z.strictObject({
  template: nameField,
  language: languageField.optional().meta({ description: 'The same language unless given.' }),
  header: templateHeaderField.optional(),
  body: bodyField.optional(),
  buttons: buttonsField.optional(),
});

const canary = z.strictObject({
  first: z.int().min(1).max(10_000).meta({ description: 'How many people go first.' }),
  wait: durationField
    .default('1h')
    .meta({ description: 'How long their evidence is waited for once all of them are out.' }),
  atLeast: z
    .number()
    .min(0)
    .max(1)
    .default(0.9)
    .meta({ description: 'The share of them that has to be delivered.' }),
});

const config = z.strictObject({
  template: nameField,
  language: languageField,
  header: templateHeaderField.optional(),
  body: bodyField.optional(),
  buttons: buttonsField
    .optional()
    .meta({ description: 'What buttons take, by position. A button that takes nothing is left out.' }),
  carousel: z
    .array(card)
    .min(1)
    .max(10)
    .optional()
    .meta({ description: "The template's cards, in order; each has the same parts." }),
  offerEnds: shortText(100)
    .optional()
    .meta({
      format: 'liquid',
      description: 'Templates of limited-time offers: when the offer ends.',
      examples: ['2026-12-24T15:00:00Z', '{{ event.endsAt }}'],
    }),
  alternate: alternate.optional().meta({
    description: 'Goes out instead while the template is paused, disabled or missing at Meta.',
  }),
  await: z
    .enum(awaitableWords)
    .default('delivered')
    .meta({ description: 'The evidence that counts as success.' }),
  within: durationField
    .default('24h')
    .meta({ description: 'Outcome `silent` without evidence for so long.' }),
  expires: durationField.optional().meta({ description: 'How long it may wait at the gate.' }),
  sender: senderField.optional(),
  canary: canary.optional().meta({
    description:
      'The first people go ahead; the others wait for how many of those are delivered. Too few: outcome `stopped`.',
  }),
  repeatUnresolved: z.boolean().default(false).meta({
    description: 'Utility templates: one more attempt when it stays unknown whether the first was sent.',
  }),
});
type Config = z.infer<typeof config>;

export const whatsappTemplate = defineMessage<Config>({
  type: 'whatsapp.template',
  version: 1,
  title: { en: 'WhatsApp template', ko: '왓츠앱 템플릿' },
  channel: 'whatsapp',
  hasCanary: true,
  template: (with_) => {
    const { alternate: instead, language } = with_;
    return {
      ...describeUse(with_),
      ...(instead && { alternate: describeUse({ ...instead, language: instead.language ?? language }) }),
    };
  },
  choices: ({ buttons = [], carousel = [] }) => ({
    ids: [...buttons, ...carousel.flatMap((parts) => parts.buttons ?? [])].flatMap(listPayload),
    isComplete: false,
  }),
  config,
  plan: ({ await: word, within, expires, sender, repeatUnresolved, canary: ahead }): MessagePlan => ({
    await: word,
    within,
    repeatUnresolved,
    ...(expires ? { expires } : {}),
    ...(sender ? { sender } : {}),
    ...(ahead ? { canary: ahead } : {}),
  }),
  texts: (with_) => listTexts((say) => [toTemplate(with_, say), toAlternate(with_, say)]),
  compose: ({ config: with_, render }) => {
    const instead = toAlternate(with_, render);
    return {
      channel: 'whatsapp',
      form: 'template',
      body: { type: 'template', template: toTemplate(with_, render) },
      ...(instead === undefined ? {} : { alternate: instead }),
    };
  },
});

/** A template and what fills it. */
type Use = Pick<Config, 'template' | 'language' | 'carousel' | 'offerEnds'> & Parts;

/** What the checker compares with the template as Meta has it. */
function describeUse({ template: name, language, header, body, buttons = [], carousel = [] }: Use) {
  return {
    name,
    language,
    ...(header === undefined ? {} : { header: headerKindOf(header) }),
    headerParameters: header === undefined ? 0 : 1,
    bodyParameters: Array.isArray(body) ? body.length : Object.keys(body ?? {}),
    buttons: toButtons(buttons, (source) => source).map(({ index, sub_type }) => ({
      index: Number(index),
      kind: sub_type,
    })),
    cards: carousel.length,
  };
}

function toAlternate({ alternate: use, language }: Config, say: Say): WhatsAppTemplate | undefined {
  return use && toTemplate({ ...use, language: use.language ?? language }, under(say, 'alternate'));
}

function toTemplate(with_: Use, say: Say): WhatsAppTemplate {
  const components = [...toParts(with_, say), ...toCarousel(with_, say), ...toOffer(with_, say)];
  return {
    name: with_.template,
    language: { code: with_.language },
    ...(components.length > 0 ? { components } : {}),
  };
}

interface Parts {
  readonly header?: z.infer<typeof templateHeaderField> | undefined;
  readonly body?: Body | undefined;
  readonly buttons?: readonly Button[] | undefined;
}

function toParts({ header, body = [], buttons = [] }: Parts, say: Say): CardComponent[] {
  const parameters = toBodyParameters(body, under(say, 'body'));
  return [
    ...(header === undefined
      ? []
      : [{ type: 'header' as const, parameters: [toHeaderParameter(header, under(say, 'header'))] }]),
    ...(parameters.length === 0 ? [] : [{ type: 'body' as const, parameters }]),
    ...toButtons(buttons, under(say, 'buttons')),
  ];
}

function toCarousel({ carousel }: Use, say: Say): WhatsAppTemplateComponent[] {
  if (carousel === undefined) return [];
  const cards = carousel.map((parts, index) => ({
    card_index: index,
    components: toParts(parts, under(say, 'carousel', index)),
  }));
  return [{ type: 'carousel', cards }];
}

function toOffer({ offerEnds }: Use, say: Say): WhatsAppTemplateComponent[] {
  if (offerEnds === undefined) return [];
  const limited_time_offer = { expiration_time_ms: Date.parse(say(offerEnds, ['offerEnds'])) };
  return [{ type: 'limited_time_offer', parameters: [{ type: 'limited_time_offer', limited_time_offer }] }];
}
