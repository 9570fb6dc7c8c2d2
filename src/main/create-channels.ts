// The channel clients that the configuration allows for. A channel without credentials has none; its sends end as
// `account`.

import { createHttp } from '../../activities/channels/http.ts';
import { createTwilioSms } from '../../activities/channels/sms-twilio.ts';
import { createSmtp } from '../../activities/channels/smtp.ts';
import { createWhatsAppCloud } from '../../activities/channels/whatsapp-cloud.ts';
import type { Config } from '../config.ts';
import type { ChannelClient } from '../messaging/delivery.ts';
import type { Channel } from '../messaging/message.ts';
import type { HttpPort } from '../node-kit/node-type.ts';

export interface Channels {
  readonly channels: ReadonlyMap<Channel, ChannelClient>;
  readonly http: HttpPort;
  close(): Promise<void>;
}

export function createChannels(config: Config): Channels {
  const clients = [whatsapp(config), sms(config), email(config)].filter((client) => client !== undefined);
  const { request, close } = createHttp();
  return {
    channels: new Map(clients.map((client) => [client.channel, client])),
    http: request,
    async close() {
      await Promise.all([...clients.map((client) => client.close()), close()]);
    },
  };
}

function whatsapp({ whatsapp: { baseUrl, apiVersion, accessToken } }: Config) {
  if (accessToken === undefined) return undefined;
  return createWhatsAppCloud({ baseUrl, version: apiVersion, accessToken: () => accessToken });
}

function sms({ sms: { baseUrl, accountSid, authToken } }: Config) {
  if (accountSid === undefined || authToken === undefined) return undefined;
  return createTwilioSms({ baseUrl, accountSid, authToken });
}

function email({ email: { smtpUrl } }: Config) {
  return smtpUrl === undefined ? undefined : createSmtp({ url: smtpUrl });
}
