// The Cloud API client in front of a server whose bytes the test writes: short patience, one number, one template.

import { onTestFinished } from 'vitest';
import {
  createWhatsAppCloud,
  type WhatsAppCloudOptions,
} from '../../../activities/channels/whatsapp-cloud.ts';
import type { Delivery, DeliveryRequest } from '../../../src/messaging/delivery.ts';
import { sendersOf } from '../../support/whatsapp-senders.ts';
import { type Answer, httpAnswer, startRawServer } from './raw-server.ts';

export const guest = '+821012345678';

export const limits = {
  connectTimeoutMs: 300,
  headersTimeoutMs: 300,
  bodyTimeoutMs: 300,
  totalTimeoutMs: 900,
  maxBodyBytes: 10_000,
};

export function requestTo(phone: string, more: Partial<DeliveryRequest> = {}): DeliveryRequest {
  return {
    sender: { id: 'snr_1', channel: 'whatsapp', providerId: '1001' },
    to: { phone },
    message: {
      channel: 'whatsapp',
      form: 'template',
      body: { type: 'template', template: { name: 'spring_sale', language: { code: 'ko' } } },
    },
    token: 'tok_1',
    ...more,
  };
}

/** Closed when the running test ends. */
export function clientOf(baseUrl: string, more: Partial<WhatsAppCloudOptions> = {}) {
  const client = createWhatsAppCloud({ senders: sendersOf({ baseUrl }), limits, ...more });
  onTestFinished(() => client.close());
  return client;
}

export async function deliverTo(answer: Answer, phone = guest): Promise<Delivery> {
  const server = await startRawServer(answer);
  return clientOf(server.url).deliver(requestTo(phone));
}

export const accepted = { messaging_product: 'whatsapp', contacts: [], messages: [{ id: 'wamid.one' }] };

export const say =
  (status: number, body: unknown, headers?: Record<string, string>): Answer =>
  (socket) =>
    void socket.write(httpAnswer(status, body, headers));

export const graphError = (code: number | string, extra: object = {}) => ({
  error: { message: 'no', type: 'OAuthException', code, ...extra },
});
