// A template as it reads once it is filled in: Meta's listed parts with a message's parameters in their places. Where
// the parts are not known, the parameters alone. Pure.

import type { TemplateInfo, TemplatePart } from '../journey/surroundings.ts';
import type { TemplateButton, WhatsAppTemplate } from '../messaging/whatsapp-template.ts';
import { toBodyText, toButtonText, toHeaderText } from '../whatsapp/content-parts.ts';

export interface ShownTemplate {
  readonly name: string;
  readonly language: string;
  /** Upper case; null where the template is not known. */
  readonly category: string | null;
  /** Of the body, in their order: `1` or their names. */
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
  /** False where Meta's own words are not known: only the parameters can be shown. */
  readonly isComplete: boolean;
}

export interface ShownHeader {
  /** `text`, `image`, `video`, `document`, `location`, `product`. */
  readonly kind: string;
  /** The words, or the address or name of the file. */
  readonly text: string;
}

export interface ShownButton {
  /** `reply`, `row`, `url`, `phone_number`, `copy_code` … */
  readonly kind: string;
  readonly text: string;
  /** What comes back when it is tapped; null where nothing does. */
  readonly id: string | null;
  readonly url: string | null;
}

interface Shown {
  readonly template: ShownTemplate;
  readonly header: ShownHeader | null;
  readonly body: string | null;
  readonly footer: string | null;
  readonly buttons: readonly ShownButton[];
}

export function showTemplate(used: WhatsAppTemplate, known: TemplateInfo | undefined): Shown {
  const parameters = listParameters(used);
  const parts = known?.components ?? [];
  const find = (type: string) => parts.find((part) => part.type.toUpperCase() === type);
  const body = find('BODY')?.text;
  return {
    template: {
      name: used.name,
      language: used.language.code,
      category: known?.category ?? null,
      parameters,
      isComplete: body !== undefined,
    },
    header: toHeader(used, find('HEADER')),
    body: body === undefined ? null : fill(body, parameters),
    footer: find('FOOTER')?.text ?? null,
    buttons: toButtons(used, find('BUTTONS')),
  };
}

type Parameters = ShownTemplate['parameters'];

function listParameters({ components = [] }: WhatsAppTemplate): Parameters {
  const body = components.find((component) => component.type === 'body');
  if (body?.type !== 'body') return [];
  return body.parameters.map((parameter, index) => ({
    name: parameter.parameter_name ?? String(index + 1),
    value: toBodyText(parameter),
  }));
}

/** What is not given stays as it stands in the template. */
function fill(text: string, parameters: Parameters): string {
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (variable, name: string) => {
    return parameters.find((parameter) => parameter.name === name)?.value ?? variable;
  });
}

function toHeader({ components = [] }: WhatsAppTemplate, part: TemplatePart | undefined): Shown['header'] {
  const given = components.find((component) => component.type === 'header');
  const [parameter] = given?.type === 'header' ? given.parameters : [];
  if (part?.text !== undefined) {
    const name = parameter?.type === 'text' ? (parameter.parameter_name ?? '1') : '';
    const parameters = parameter === undefined ? [] : [{ name, value: toHeaderText(parameter) }];
    return { kind: 'text', text: fill(part.text, parameters) };
  }
  if (parameter !== undefined) return { kind: parameter.type, text: toHeaderText(parameter) };
  return part === undefined ? null : { kind: part.format?.toLowerCase() ?? 'text', text: '' };
}

function toButtons(
  { components = [] }: WhatsAppTemplate,
  part: TemplatePart | undefined,
): readonly ShownButton[] {
  const given = components.filter((component) => component.type === 'button');
  const listed = part?.buttons;
  if (listed === undefined) return given.map((one) => toButton(one, {}));
  return listed.map((listedButton, index) =>
    toButton(
      given.find((one) => Number(one.index) === index),
      listedButton,
    ),
  );
}

type Listed = Partial<NonNullable<TemplatePart['buttons']>[number]>;

function toButton(given: TemplateButton | undefined, { type, text, url }: Listed): ShownButton {
  const value = given && toButtonText(given);
  const kind = type?.toLowerCase() ?? given?.sub_type ?? 'button';
  return {
    kind: kind === 'quick_reply' ? 'reply' : kind,
    text: text ?? value ?? '',
    id: given?.sub_type === 'quick_reply' ? (value ?? null) : null,
    url: url === undefined ? null : url.replace(/\{\{\s*\w+\s*\}\}/, value ?? ''),
  };
}
