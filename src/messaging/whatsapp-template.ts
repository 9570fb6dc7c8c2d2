// The template object of a WhatsApp message: which approved template, and what fills it (F§1.3). Pure types, in
// Meta's own words.

import type { FlowData, ProductSection } from './whatsapp-interactive.ts';
import type { WhatsAppDocument, WhatsAppLocation, WhatsAppMedia } from './whatsapp-media.ts';

export interface WhatsAppTemplate {
  readonly name: string;
  readonly language: { readonly code: string; readonly policy?: 'deterministic' };
  readonly components?: readonly WhatsAppTemplateComponent[];
}

export type WhatsAppTemplateComponent =
  | CardComponent
  | { readonly type: 'carousel'; readonly cards: readonly TemplateCard[] }
  | {
      readonly type: 'limited_time_offer';
      readonly parameters: readonly [
        {
          readonly type: 'limited_time_offer';
          readonly limited_time_offer: { readonly expiration_time_ms: number };
        },
      ];
    };

/** What a card of a carousel may have, too. */
export type CardComponent =
  | { readonly type: 'header'; readonly parameters: readonly HeaderParameter[] }
  | { readonly type: 'body'; readonly parameters: readonly BodyParameter[] }
  | TemplateButton;

export interface TemplateCard {
  /** From 0. */
  readonly card_index: number;
  readonly components: readonly CardComponent[];
}

export interface TextParameter {
  readonly type: 'text';
  readonly text: string;
  /** Where the template's parameters have names. */
  readonly parameter_name?: string;
}

export type HeaderParameter =
  | TextParameter
  | { readonly type: 'image'; readonly image: WhatsAppMedia }
  | { readonly type: 'video'; readonly video: WhatsAppMedia }
  | { readonly type: 'document'; readonly document: WhatsAppDocument }
  | { readonly type: 'location'; readonly location: WhatsAppLocation }
  | {
      readonly type: 'product';
      readonly product: { readonly product_retailer_id: string; readonly catalog_id: string };
    };

export type BodyParameter =
  | TextParameter
  | {
      readonly type: 'currency';
      readonly parameter_name?: string;
      readonly currency: {
        readonly fallback_value: string;
        /** ISO 4217. */
        readonly code: string;
        /** Thousandths of the unit. */
        readonly amount_1000: number;
      };
    }
  | {
      readonly type: 'date_time';
      readonly parameter_name?: string;
      /** Shown as it is: the Cloud API has no other way. */
      readonly date_time: { readonly fallback_value: string };
    };

/** A button that takes a value, by its kind and its position `0` to `9` among the template's buttons. */
export type TemplateButton = { readonly type: 'button'; readonly index: string } & (
  | Button<'quick_reply', { readonly type: 'payload'; readonly payload: string }>
  /** The end of a link; or the code that an authentication template repeats. */
  | Button<'url', { readonly type: 'text'; readonly text: string }>
  | Button<'copy_code', { readonly type: 'coupon_code'; readonly coupon_code: string }>
  | Button<'catalog', Action<{ readonly thumbnail_product_retailer_id?: string }>>
  | Button<
      'mpm',
      Action<{
        readonly thumbnail_product_retailer_id: string;
        readonly sections: readonly ProductSection[];
      }>
    >
  | Button<'flow', Action<{ readonly flow_token?: string; readonly flow_action_data?: FlowData }>>
  | Button<'voice_call', { readonly type: 'ttl_minutes'; readonly ttl_minutes: number }>
);

export type TemplateButtonKind = TemplateButton['sub_type'];

interface Button<Kind extends string, Parameter> {
  readonly sub_type: Kind;
  readonly parameters: readonly [Parameter];
}

interface Action<Content> {
  readonly type: 'action';
  readonly action: Content;
}
