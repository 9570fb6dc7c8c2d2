// Signed status webhooks as Meta sends them, made before they are needed so that their making is not measured.

import { signWebhook } from '../../../src/whatsapp/webhook/signature.ts';

export interface SignedBody {
  readonly body: Buffer;
  readonly signature: string;
}

export interface StatusOf {
  readonly id: string;
  readonly word: 'sent' | 'delivered' | 'read';
  /** Our attempt's token. */
  readonly token: string;
  readonly phone: string;
}

export function toStatusWebhook(statuses: readonly StatusOf[], secret: string): SignedBody {
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '15550001111', phone_number_id: '1001' },
    contacts: [{ profile: { name: 'Guest' }, wa_id: statuses[0]?.phone, user_id: 'KR.13491208655302741918' }],
    statuses: statuses.map(({ id, word, token, phone }) => ({
      id,
      status: word,
      timestamp: String(Math.floor(Date.now() / 1_000)),
      recipient_id: phone,
      recipient_user_id: 'KR.13491208655302741918',
      biz_opaque_callback_data: token,
      conversation: { id: '4f5c8e0b3a6d', origin: { type: 'marketing' } },
      pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: 'marketing' },
    })),
  };
  const entry = [{ id: '102290129340398', changes: [{ value, field: 'messages' }] }];
  const body = Buffer.from(JSON.stringify({ object: 'whatsapp_business_account', entry }));
  return { body, signature: signWebhook(body, secret) };
}

let made = 0;

/** Webhooks of one status each. Every fifth repeats one of those before it, as Meta's redeliveries do. */
export function toStatusWebhooks(count: number, secret: string): SignedBody[] {
  const webhooks: SignedBody[] = [];
  for (let index = 0; index < count; index += 1) {
    const earlier = index % 5 === 4 ? webhooks[index - 4] : undefined;
    made += 1;
    const id = `wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBI${process.pid}${String(made).padStart(10, '0')}`;
    const phone = `8210${String(10_000_000 + (made % 80_000_000))}`;
    const status = { id, word: 'delivered', token: `att_bench${made}`, phone } as const;
    webhooks.push(earlier ?? toStatusWebhook([status], secret));
  }
  return webhooks;
}
