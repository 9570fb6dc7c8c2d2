// Which template a message goes out by: its own, else the alternate that the author named, as their state is now. Pure; one
// law for the engine and the simulator.

import type { MessageCategory, OutgoingMessage } from './message.ts';
import { judgeTemplate, type TemplateFacts } from './template-facts.ts';
import type { WhatsAppTemplate } from './whatsapp-template.ts';

export interface TemplateInUse {
  /** As of now: Meta may have changed it since the journey was published (F§0 row 9). */
  readonly category: MessageCategory;
  readonly facts: TemplateFacts;
}

/** Those that a message may go out by, the first choice first; none of messages that need none. */
export function templatesOf(message: OutgoingMessage): readonly WhatsAppTemplate[] {
  if (message.channel !== 'whatsapp' || message.body.type !== 'template') return [];
  return message.alternate === undefined
    ? [message.body.template]
    : [message.body.template, message.alternate];
}

/** The first that can be sent. Where none can, the first of all: it is what the message waits for. */
export function chooseTemplate<Option extends TemplateInUse>(
  options: readonly Option[],
  now: number,
): Option | undefined {
  return options.find(({ facts }) => judgeTemplate(facts, now) === 'sendable') ?? options[0];
}

/** The message by this template of its. */
export function withTemplate(message: OutgoingMessage, template: WhatsAppTemplate): OutgoingMessage {
  return message.channel === 'whatsapp' ? { ...message, body: { type: 'template', template } } : message;
}
