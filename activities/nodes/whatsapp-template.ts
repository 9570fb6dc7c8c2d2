// `whatsapp.template`: an approved template on WhatsApp, seen through to the awaited evidence.

import { awaitableWords } from '../../src/messaging/outcomes.ts';
import type { WhatsAppTemplateComponent } from '../../src/messaging/whatsapp-template.ts';
import type { MessagePlan } from '../../src/node-kit/index.ts';
import { defineMessage, durationField, textField, z } from '../../src/node-kit/index.ts';

const parameter = textField(1_024).meta({ examples: ["{{ person.firstName | default: 'there' }}"] });

const config = z.strictObject({
  template: z
    .string()
    .max(512)
    .regex(/^[a-z0-9_]+$/)
    .meta({ description: "The template's name at Meta.", examples: ['spring_sale'] }),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(_[A-Z]{2})?$/)
    .meta({ description: "The template's language at Meta.", examples: ['ko', 'en_US'] }),
  header: textField(60).optional().meta({ description: "The header's variable." }),
  body: z
    .union([z.record(z.string().regex(/^[a-z0-9_]+$/), parameter), z.array(parameter)])
    .optional()
    .meta({ description: "The body's variables: by name, or in order." }),
  buttons: z
    .array(z.strictObject({ index: z.int().min(0).max(9), text: parameter }))
    .max(10)
    .optional()
    .meta({
      description:
        'Variables of buttons by position: the end of a link, or the code that an authentication template repeats.',
    }),
  await: z
    .enum(awaitableWords)
    .default('delivered')
    .meta({ description: 'The evidence that counts as success.' }),
  within: durationField
    .default('24h')
    .meta({ description: 'Outcome `silent` without evidence for so long.' }),
  expires: durationField.optional().meta({ description: 'How long it may wait at the gate.' }),
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
  template: ({ template: name, language, header, body }) => ({
    name,
    language,
    headerParameters: header === undefined ? 0 : 1,
    bodyParameters: Array.isArray(body) ? body.length : Object.keys(body ?? {}),
  }),
  config,
  plan: ({ await: word, within, expires, repeatUnresolved }): MessagePlan => ({
    await: word,
    within,
    repeatUnresolved,
    ...(expires ? { expires } : {}),
  }),
  texts: (with_) => [
    ...(with_.header ? [{ path: ['header'], source: with_.header }] : []),
    ...Object.entries(with_.body ?? {}).map(([name, source]) => ({
      path: ['body', Array.isArray(with_.body) ? Number(name) : name],
      source,
    })),
    ...(with_.buttons ?? []).map(({ text }, index) => ({ path: ['buttons', index, 'text'], source: text })),
  ],
  compose: ({ config: with_, render }) => {
    const components = [...headerOf(with_, render), ...bodyOf(with_, render), ...buttonsOf(with_, render)];
    return {
      channel: 'whatsapp',
      form: 'template',
      body: {
        type: 'template',
        template: {
          name: with_.template,
          language: { code: with_.language },
          ...(components.length > 0 ? { components } : {}),
        },
      },
    };
  },
});

type Render = (source: string) => string;

function headerOf({ header }: Config, render: Render): WhatsAppTemplateComponent[] {
  return header === undefined
    ? []
    : [{ type: 'header', parameters: [{ type: 'text', text: render(header) }] }];
}

function bodyOf({ body = [] }: Config, render: Render): WhatsAppTemplateComponent[] {
  const parameters = Array.isArray(body)
    ? body.map((source) => ({ type: 'text' as const, text: render(source) }))
    : Object.entries(body).map(([name, source]) => ({
        type: 'text' as const,
        parameter_name: name,
        text: render(source),
      }));
  return parameters.length === 0 ? [] : [{ type: 'body', parameters }];
}

function buttonsOf({ buttons = [] }: Config, render: Render): WhatsAppTemplateComponent[] {
  return buttons.map(({ index, text }) => ({
    type: 'button',
    sub_type: 'url',
    index: String(index),
    parameters: [{ type: 'text', text: render(text) }],
  }));
}
