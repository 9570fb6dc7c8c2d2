// Who speaks the Cloud API to us: Meta itself, or a provider that passes it on under another address and header. Bodies,
// answers and error codes are Meta's with all of them.

import type { WhatsAppProvider, WhatsAppSender } from './whatsapp-sender.ts';

/** Which of Meta's two endpoints for messages (F§1.1, F§1.5). */
export type Endpoint = 'messages' | 'marketing_messages';

interface Shape {
  url(sender: WhatsAppSender, phoneNumberId: string, endpoint: Endpoint): string;
  /** The one header that says who asks. */
  authorize(accessToken: string): { readonly [name: string]: string };
}

const shapes: { readonly [provider in WhatsAppProvider]: Shape } = {
  meta: {
    url: ({ baseUrl, apiVersion }, phoneNumberId, endpoint) =>
      `${baseUrl}/${apiVersion}/${encodeURIComponent(phoneNumberId)}/${endpoint}`,
    authorize: (accessToken) => ({ authorization: `Bearer ${accessToken}` }),
  },
  // The key says which number; neither its id nor a version is in the path.
  '360dialog': {
    url: ({ baseUrl }, _phoneNumberId, endpoint) => `${baseUrl}/${endpoint}`,
    authorize: (accessToken) => ({ 'd360-api-key': accessToken }),
  },
};

/** Where a call goes and how it is authorized. */
export function toCall(sender: WhatsAppSender, phoneNumberId: string, endpoint: Endpoint) {
  const { url, authorize } = shapes[sender.provider];
  return { url: url(sender, phoneNumberId, endpoint), headers: authorize(sender.accessToken) };
}
