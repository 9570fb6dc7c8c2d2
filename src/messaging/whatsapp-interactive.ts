// Interactive WhatsApp messages: what a person can tap, free-form and therefore only in their window (F§1.3). Pure
// types, in Meta's own words.

import type { WhatsAppDocument, WhatsAppMedia } from './whatsapp-media.ts';

export type WhatsAppInteractive =
  | Interactive<'button', { readonly buttons: readonly ReplyButton[] }, AnyHeader>
  | Interactive<'list', { readonly button: string; readonly sections: readonly ListSection[] }, TextHeader>
  | Interactive<'cta_url', Named<'cta_url', { display_text: string; url: string }>, AnyHeader>
  | Interactive<'flow', Named<'flow', FlowParameters>, AnyHeader>
  | Interactive<'location_request_message', { readonly name: 'send_location' }>
  | Interactive<'address_message', Named<'address_message', AddressParameters>>
  | Interactive<'request_contact_info', { readonly name: 'request_contact_info' }>
  | Interactive<'call_permission_request', { readonly name: 'call_permission_request' }>
  | Interactive<'voice_call', Named<'voice_call', { display_text: string; ttl_minutes?: number }>>
  | ProductMessage
  | Interactive<
      'product_list',
      { readonly catalog_id: string; readonly sections: readonly ProductSection[] },
      TextHeader
    >
  | Interactive<
      'catalog_message',
      {
        readonly name: 'catalog_message';
        readonly parameters: { readonly thumbnail_product_retailer_id: string };
      }
    >
  | Interactive<'order_details', Named<'review_and_pay', OrderDetails>, AnyHeader>
  | Interactive<'order_status', Named<'review_order', OrderStatus>>;

export type InteractiveType = WhatsAppInteractive['type'];

interface Text {
  readonly text: string;
}

interface Interactive<Type extends string, Action, Header = never> {
  readonly type: Type;
  readonly header?: Header;
  readonly body: Text;
  readonly footer?: Text;
  readonly action: Action;
}

interface Named<Name extends string, Parameters> {
  readonly name: Name;
  readonly parameters: Readonly<Parameters>;
}

/** The product speaks for itself: text is optional. */
interface ProductMessage {
  readonly type: 'product';
  readonly body?: Text;
  readonly footer?: Text;
  readonly action: { readonly catalog_id: string; readonly product_retailer_id: string };
}

export interface TextHeader extends Text {
  readonly type: 'text';
}

export type AnyHeader =
  | TextHeader
  | { readonly type: 'image'; readonly image: WhatsAppMedia }
  | { readonly type: 'video'; readonly video: WhatsAppMedia }
  | { readonly type: 'document'; readonly document: WhatsAppDocument };

/** `id` comes back when the person taps it. */
export interface ReplyButton {
  readonly type: 'reply';
  readonly reply: { readonly id: string; readonly title: string };
}

export interface ListSection {
  readonly title?: string;
  readonly rows: readonly ListRow[];
}

/** `id` comes back when the person chooses it. */
export interface ListRow {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
}

export interface ProductSection {
  readonly title?: string;
  readonly product_items: readonly { readonly product_retailer_id: string }[];
}

/** A flow goes by its id or its name. */
export type FlowParameters = {
  readonly flow_message_version: '3';
  readonly flow_cta: string;
  readonly flow_token?: string;
  readonly mode?: 'draft' | 'published';
  readonly flow_action?: 'navigate' | 'data_exchange';
  readonly flow_action_payload?: { readonly screen?: string; readonly data?: FlowData };
} & ({ readonly flow_id: string } | { readonly flow_name: string });

/** What a flow's first screen is given. */
export interface FlowData {
  readonly [name: string]: unknown;
}

/** India and Singapore. */
export interface AddressParameters {
  /** ISO 3166. */
  readonly country: string;
  /** What is known already, by Meta's field names. */
  readonly values?: { readonly [field: string]: string };
}

/** Amount times offset: 10.50 is 1050 at offset 100. */
export interface OrderAmount {
  readonly value: number;
  readonly offset: number;
  readonly description?: string;
  readonly discount_program_name?: string;
}

export interface OrderDetails {
  readonly reference_id: string;
  readonly type: 'digital-goods' | 'physical-goods';
  readonly payment_type?: string;
  readonly payment_configuration?: string;
  readonly currency: string;
  readonly total_amount: OrderAmount;
  readonly order: {
    readonly status: string;
    readonly items: readonly {
      readonly retailer_id: string;
      readonly name: string;
      readonly amount: OrderAmount;
      readonly quantity: number;
      readonly sale_amount?: OrderAmount;
    }[];
    readonly subtotal: OrderAmount;
    readonly tax: OrderAmount;
    readonly shipping?: OrderAmount;
    readonly discount?: OrderAmount;
  };
}

export interface OrderStatus {
  readonly reference_id: string;
  readonly order: { readonly status: string; readonly description?: string };
}
