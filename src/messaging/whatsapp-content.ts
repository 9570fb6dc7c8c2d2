// What a WhatsApp message says: Meta's message object, `type` and the object of that name (F§1.2, F§1.3), without
// whom it goes to and which message it is about. Pure types, in Meta's own words.

import type { WhatsAppInteractive } from './whatsapp-interactive.ts';
import type { WhatsAppDocument, WhatsAppLocation, WhatsAppMedia } from './whatsapp-media.ts';
import type { WhatsAppTemplate } from './whatsapp-template.ts';

export type WhatsAppContent =
  | { readonly type: 'template'; readonly template: WhatsAppTemplate }
  | { readonly type: 'text'; readonly text: { readonly body: string; readonly preview_url?: boolean } }
  | { readonly type: 'image'; readonly image: WhatsAppMedia & Captioned }
  | { readonly type: 'video'; readonly video: WhatsAppMedia & Captioned }
  | { readonly type: 'audio'; readonly audio: WhatsAppMedia }
  | { readonly type: 'sticker'; readonly sticker: WhatsAppMedia }
  | { readonly type: 'document'; readonly document: WhatsAppDocument & Captioned }
  | { readonly type: 'location'; readonly location: WhatsAppLocation }
  | { readonly type: 'contacts'; readonly contacts: readonly WhatsAppContact[] }
  | { readonly type: 'interactive'; readonly interactive: WhatsAppInteractive }
  /** An empty emoji takes the reaction back. */
  | { readonly type: 'reaction'; readonly reaction: { readonly emoji: string } }
  /** No message, but sent like one: marks theirs as read, perhaps showing that an answer is being written. */
  | { readonly type: 'read'; readonly read: { readonly typing?: true } };

export type ContentType = WhatsAppContent['type'];

interface Captioned {
  readonly caption?: string;
}

/** A card of an address book. */
export interface WhatsAppContact {
  readonly name: {
    readonly formatted_name: string;
    readonly first_name?: string;
    readonly last_name?: string;
    readonly middle_name?: string;
    readonly prefix?: string;
    readonly suffix?: string;
  };
  readonly phones?: readonly { readonly phone: string; readonly type?: Place; readonly wa_id?: string }[];
  readonly emails?: readonly { readonly email: string; readonly type?: Place }[];
  readonly urls?: readonly { readonly url: string; readonly type?: Place }[];
  readonly addresses?: readonly {
    readonly street?: string;
    readonly city?: string;
    readonly state?: string;
    readonly zip?: string;
    readonly country?: string;
    readonly country_code?: string;
    readonly type?: Place;
  }[];
  readonly org?: { readonly company?: string; readonly department?: string; readonly title?: string };
  /** `2012-08-18`. */
  readonly birthday?: string;
}

type Place = 'HOME' | 'WORK';
