// `whatsapp.template`: an approved template on WhatsApp, seen through to the awaited evidence.

import type { WhatsAppTemplateComponent } from '../../src/messaging/message.ts';
import { awaitableWords } from '../../src/messaging/outcomes.ts';
import type { MessagePlan } from '../../src/node-kit/index.ts';
import { defineMessage, durationField, textField, z } from '../../src/node-kit/index.ts';

const parameter = textField(1_024);

const config = z.strictObject({
  template: z
    .string()
    .max(512)
    .regex(/^[a-z0-9_]+$/),
  language: z.string().regex(/^[a-z]{2,3}(_[A-Z]{2})?$/),
  header: textField(60).optional(),
  /** By name (`parameter_format: NAMED`) or in order. */
  body: z.union([z.record(z.string().regex(/^[a-z0-9_]+$/), parameter), z.array(parameter)]).optional(),
  await: z.enum(awaitableWords).default('delivered'),
  within: durationField.default('24h'),
  expires: durationField.optional(),
  /** Utility templates: one more attempt when it stays unknown whether the first was sent. */
  repeatUnresolved: z.boolean().default(false),
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
  ],
  compose: ({ config: with_, render }) => {
    const components = [...headerOf(with_, render), ...bodyOf(with_, render)];
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
