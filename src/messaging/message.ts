// What a message is, whatever the channel: the shapes that node types compose, the gate judges and channel
// clients deliver. Pure.

import type { WhatsAppContent } from './whatsapp-content.ts';
import type { WhatsAppTemplate } from './whatsapp-template.ts';

export type Channel = 'whatsapp' | 'sms' | 'email';

/** Why we write. Decides which policies apply and how an unknown outcome is treated (DESIGN 7.2). */
export type MessageCategory = 'marketing' | 'utility' | 'authentication' | 'service';

/** A composed message, rendered and ready for its channel. */
export type OutgoingMessage =
  | {
      readonly channel: 'whatsapp';
      readonly form: 'template' | 'free-form';
      readonly body: WhatsAppContent;
      /** Of templates: goes out instead while the first choice can't be sent. */
      readonly alternate?: WhatsAppTemplate;
      /** The message that this one quotes, reacts to or marks as read. */
      readonly about?: MessageReference;
      /** Free-form: may go outside the window in this way, by senders that can (F§5.4). */
      readonly directSend?: DirectSend;
    }
  | { readonly channel: 'sms'; readonly text: string }
  | { readonly channel: 'email'; readonly subject: string; readonly html: string; readonly text?: string };

/** Meta makes a template of the message itself. After `ttlSeconds` it is given up without a word. */
export interface DirectSend {
  readonly category: 'utility';
  readonly ttlSeconds?: number;
}

/** A message of the conversation as a node may name it; what the provider calls it, the engine finds when it sends. */
export type MessageReference = { readonly sentBy: string } | 'last-inbound';

/** Where a message goes: only what the channel needs. Personal data: never in histories or logs. */
export interface Recipient {
  readonly phone?: string;
  readonly businessScopedUserId?: string;
  /** The same for a group of businesses; only the last resort. */
  readonly parentUserId?: string;
  readonly email?: string;
}

/** The sending identity as its client needs it: provider's id of the number, or the From address. */
export interface SenderIdentity {
  readonly id: string;
  readonly channel: Channel;
  readonly providerId: string;
}
