// What of a WhatsApp message can be tapped to answer: reply buttons, rows of a list, quick replies of a template. Pure.

import type { OutgoingMessage } from './message.ts';
import type { WhatsAppTemplateComponent } from './whatsapp-template.ts';

export interface Choice {
  /** What comes back: the id of a button or row, or a quick reply's payload. */
  readonly id: string;
  /** The label; of a template's buttons only Meta knows it. */
  readonly title?: string;
}

/** In the order in which the person sees them. */
export function listMessageChoices(message: OutgoingMessage): readonly Choice[] {
  if (message.channel !== 'whatsapp') return [];
  const { body } = message;
  if (body.type === 'template') return (body.template.components ?? []).flatMap(listQuickReplies);
  if (body.type !== 'interactive') return [];
  const { interactive } = body;
  if (interactive.type === 'button') {
    return interactive.action.buttons.map(({ reply }) => reply);
  }
  if (interactive.type !== 'list') return [];
  return interactive.action.sections.flatMap(({ rows }) => rows.map(({ id, title }) => ({ id, title })));
}

function listQuickReplies(component: WhatsAppTemplateComponent): readonly Choice[] {
  if (component.type === 'carousel') {
    return component.cards.flatMap(({ components }) => components.flatMap(listQuickReplies));
  }
  if (component.type !== 'button' || component.sub_type !== 'quick_reply') return [];
  return component.parameters.map(({ payload }) => ({ id: payload }));
}
