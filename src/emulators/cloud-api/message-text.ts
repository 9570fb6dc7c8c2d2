// What a person would roughly see of a message, as one line of text for the phones page and for assertions. Pure.

import { listChoices } from './choices.ts';
import type { CloudMessage } from './messages/message.ts';
import type { FieldParameter, TemplateComponent } from './messages/template.ts';

/** The text itself; for a template its name and the values put into it; for other types what they carry. */
export function toMessageText(message: CloudMessage): string {
  switch (message.type) {
    case 'text':
      return message.text.body;
    case 'template': {
      const values = (message.template.components ?? []).flatMap(toValues);
      return values.length === 0 ? message.template.name : `${message.template.name}: ${values.join(', ')}`;
    }
    case 'reaction':
      return message.reaction.emoji;
    case 'image':
      return withCaption('image', message.image.caption);
    case 'video':
      return withCaption('video', message.video.caption);
    case 'document':
      return withCaption('document', message.document.caption ?? message.document.filename);
    case 'interactive':
      return [message.interactive.body?.text ?? '', ...toLabels(message)].join(' ').trim();
    case 'contacts':
      return `[contacts] ${message.contacts.map(({ name }) => name.formatted_name).join(', ')}`;
    case 'location':
      return withCaption('location', message.location.name ?? message.location.address);
    default:
      return `[${message.type}]`;
  }
}

function withCaption(type: string, caption: string | undefined): string {
  return caption === undefined ? `[${type}]` : `[${type}] ${caption}`;
}

/** What can be tapped, each in brackets. */
function toLabels(message: CloudMessage): string[] {
  return listChoices(message).map(({ id, title = id }) => `[${title}]`);
}

function toValues(component: TemplateComponent): readonly string[] {
  return component.type === 'header' || component.type === 'body'
    ? (component.parameters ?? []).map(toParameterText)
    : [];
}

function toParameterText(parameter: FieldParameter): string {
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
