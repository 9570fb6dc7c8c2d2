// The channel clients that the configuration allows for. Without one, or without its credentials, sends don't leave.

import { createHttp } from '../../activities/channels/http.ts';
import { createTwilioSms } from '../../activities/channels/sms-twilio.ts';
import { createSmtp } from '../../activities/channels/smtp.ts';
import { createWhatsAppCloud } from '../../activities/channels/whatsapp-cloud.ts';
import type { WhatsAppSenders } from '../../activities/channels/whatsapp-sender.ts';
import type { Config } from '../config.ts';
import type { ChannelClient } from '../messaging/delivery.ts';
import type { Channel } from '../messaging/message.ts';
import type { HttpPort } from '../node-kit/node-type.ts';
import type { PolicySettings } from '../whatsapp/policy-settings.ts';

export interface Channels {
  readonly channels: ReadonlyMap<Channel, ChannelClient>;
  readonly http: HttpPort;
  close(): Promise<void>;
}

export function createChannels(config: Config, senders: WhatsAppSenders, settings: PolicySettings): Channels {
  const whatsapp = createWhatsAppCloud({ senders, heldStatuses: settings.pacing.heldStatuses });
  const clients = [whatsapp, sms(config), email(config)].filter((client) => client !== undefined);
  const { request, close } = createHttp();
  return {
    channels: new Map(clients.map((client) => [client.channel, client])),
    http: request,
    async close() {
      await Promise.all([...clients.map((client) => client.close()), close()]);
    },
  };
}

function sms({ sms: { baseUrl, accountSid, authToken } }: Config) {
  if (accountSid === undefined || authToken === undefined) return undefined;
  return createTwilioSms({ baseUrl, accountSid, authToken });
}

function email({ email: { smtpUrl } }: Config) {
  return smtpUrl === undefined ? undefined : createSmtp({ url: smtpUrl });
}
