// What a person would roughly see of a message, as one line of text for the phones page and for assertions. Pure.

import type { CloudMessage } from './message-schema.ts';

/** The text itself; for a template its name and the values put into it; for other types what they carry. */
export function toMessageText(message: CloudMessage): string {
  switch (message.type) {
    case 'text':
      return message.text.body;
    case 'template': {
      const values = (message.template.components ?? []).flatMap((component) =>
        component.type === 'button' ? [] : component.parameters.map(toParameterText),
      );
      return values.length === 0 ? message.template.name : `${message.template.name}: ${values.join(', ')}`;
    }
    case 'reaction':
      return message.reaction.emoji;
    default:
      return `[${message.type}]`;
  }
}

type TemplateComponent = NonNullable<
  Extract<CloudMessage, { type: 'template' }>['template']['components']
>[number];
type TemplateParameter = Extract<TemplateComponent, { type: 'body' }>['parameters'][number];

function toParameterText(parameter: TemplateParameter): string {
  switch (parameter.type) {
    case 'text':
      return parameter.parameter_name === undefined
        ? parameter.text
        : `${parameter.parameter_name}=${parameter.text}`;
    case 'currency':
      return parameter.currency.fallback_value;
    case 'date_time':
      return parameter.date_time.fallback_value;
    default:
      return `[${parameter.type}]`;
  }
}
