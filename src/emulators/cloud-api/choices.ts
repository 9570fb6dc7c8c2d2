// What of a message the phone's owner can tap to answer it. Pure.

import type { CloudMessage } from './messages/message.ts';
import type { TemplateComponent } from './messages/template.ts';

export interface PhoneChoice {
  /** How the answer comes: as a template's quick reply, or as a button or row of an interactive message. */
  readonly kind: 'button' | 'button_reply' | 'list_reply';
  /** What comes back: the id of a button or row, or a quick reply's payload. */
  readonly id: string;
  /** The label; a template's own are not looked up. */
  readonly title?: string;
}

export function listChoices(message: CloudMessage): readonly PhoneChoice[] {
  if (message.type === 'template') return (message.template.components ?? []).flatMap(listQuickReplies);
  if (message.type !== 'interactive') return [];
  const { action } = message.interactive;
  if ('buttons' in action) {
    return action.buttons.map(({ reply: { id, title } }) => ({ kind: 'button_reply', id, title }));
  }
  if (!('button' in action)) return [];
  return action.sections.flatMap(({ rows }) =>
    rows.map(({ id, title }): PhoneChoice => ({ kind: 'list_reply', id, title })),
  );
}

function listQuickReplies(component: TemplateComponent): readonly PhoneChoice[] {
  if (component.type === 'carousel') {
    return component.cards.flatMap(({ components }) => components.flatMap(listQuickReplies));
  }
  if (component.type !== 'button' || component.sub_type !== 'quick_reply') return [];
  return component.parameters.flatMap((given): readonly PhoneChoice[] =>
    given.type === 'payload' ? [{ kind: 'button', id: given.payload }] : [],
  );
}
