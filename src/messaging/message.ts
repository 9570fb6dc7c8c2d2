// What a message is, whatever the channel: the shapes that node types compose, the gate judges and channel
// clients deliver. Pure.

export type Channel = 'whatsapp' | 'sms' | 'email';

/** Why we write. Decides which policies apply and how an unknown outcome is treated (DESIGN 7.2). */
export type MessageCategory = 'marketing' | 'utility' | 'authentication' | 'service';

/** A composed message, rendered and ready for its channel. `body` of WhatsApp is Meta's message object without addressing. */
export type OutgoingMessage =
  | { readonly channel: 'whatsapp'; readonly form: 'template' | 'free-form'; readonly body: WhatsAppContent }
  | { readonly channel: 'sms'; readonly text: string }
  | { readonly channel: 'email'; readonly subject: string; readonly html: string; readonly text?: string };

/** The content part of a Cloud API message: `type` and the object of that name (F§1.2). */
export type WhatsAppContent =
  | { readonly type: 'template'; readonly template: WhatsAppTemplate }
  | { readonly type: 'text'; readonly text: { readonly body: string; readonly preview_url?: boolean } };

export interface WhatsAppTemplate {
  readonly name: string;
  readonly language: { readonly code: string };
  readonly components?: readonly WhatsAppTemplateComponent[];
}

export interface WhatsAppTemplateComponent {
  readonly type: 'header' | 'body' | 'button';
  /** Of buttons: what kind, and which one by position (F§1.3). */
  readonly sub_type?: 'url';
  readonly index?: string;
  readonly parameters: readonly {
    readonly type: 'text';
    readonly text: string;
    readonly parameter_name?: string;
  }[];
}

/** Where a message goes: only what the channel needs. Personal data: never in histories or logs. */
export interface Recipient {
  readonly phone?: string;
  readonly businessScopedUserId?: string;
  readonly email?: string;
}

/** The sending identity as its client needs it: provider's id of the number, or the From address. */
export interface SenderIdentity {
  readonly id: string;
  readonly channel: Channel;
  readonly providerId: string;
}
