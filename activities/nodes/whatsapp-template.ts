// `whatsapp.template`: an approved template on WhatsApp, seen through to the awaited evidence.

import type {
  CardComponent,
  WhatsAppTemplate,
  WhatsAppTemplateComponent,
} from '../../src/messaging/whatsapp-template.ts';
import { defineMessage, type MessagePlan } from '../../src/node-kit/index.ts';
import { listTexts, type Say, under } from './whatsapp/say.ts';
import { type Body, toBodyParameters } from './whatsapp/template-body.ts';
import { type Button, listPayload, toButtons } from './whatsapp/template-buttons.ts';
import { type TemplateConfig, templateConfig } from './whatsapp/template-config.ts';
import { headerKindOf, type TemplateHeader, toHeaderParameter } from './whatsapp/template-header.ts';

export const whatsappTemplate = defineMessage<TemplateConfig>({
  type: 'whatsapp.template',
  version: 1,
  title: { en: 'WhatsApp template', ko: '왓츠앱 템플릿' },
  icon: 'message-square-quote',
  help: {
    en: 'Sends an approved template on WhatsApp and waits for evidence of it. Each failure is an outcome of its own.',
    ko: '승인된 템플릿을 왓츠앱으로 보내고 증거를 기다립니다. 실패마다 결과가 따로 있습니다.',
  },
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
  config: templateConfig,
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
type Use = Pick<TemplateConfig, 'template' | 'language' | 'carousel' | 'offerEnds'> & Parts;

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

function toAlternate({ alternate: use, language }: TemplateConfig, say: Say): WhatsAppTemplate | undefined {
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
  readonly header?: TemplateHeader | undefined;
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
