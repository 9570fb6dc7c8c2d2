// The hand-written workflow's activities: they reach the same emulators through the same channel clients as ours.

import type { ChannelClient } from '../../../src/messaging/delivery.ts';
import type { Channel, OutgoingMessage, Recipient, SenderIdentity } from '../../../src/messaging/message.ts';
import { createId } from '../../../src/store/ids.ts';
import type { OfferActivities, OfferDecisions, SendInput, SendResult } from './messages.ts';

export interface OfferDeps {
  readonly channels: ReadonlyMap<Channel, ChannelClient>;
  readonly guest: Recipient;
  /** Told the id of each send, so that evidence can name it. */
  readonly onSend: (id: string) => void;
  /** The sending identity of each channel, by the provider's own id. */
  readonly senders: Readonly<Record<Channel, string>>;
}

export function createOfferActivities({
  channels,
  guest,
  onSend,
  senders,
}: OfferDeps): OfferActivities & OfferDecisions {
  const sender = createId('sdr');

  async function send(message: OutgoingMessage): Promise<SendResult> {
    const { channel } = message;
    const from: SenderIdentity = { id: channel, channel, providerId: senders[channel] };
    const id = createId('snd');
    onSend(id);
    const delivery = await channels.get(channel)?.deliver({ sender: from, to: guest, message, token: id });
    return { send: id, status: delivery?.result === 'accepted' ? 'accepted' : 'failed' };
  }

  return {
    chooseTier: async () => ({ tier: 'vip' }),
    async sendTemplate({ message }: SendInput) {
      const sent = await send({
        channel: 'whatsapp',
        form: 'template',
        body: { type: 'template', template: { name: message, language: { code: 'ko' } } },
      });
      return { ...sent, sender };
    },
    sendText: () => send({ channel: 'sms', text: 'Still thinking?' }),
    sendMail: () => send({ channel: 'email', subject: 'Your offer', html: '<p>Your offer</p>' }),
  };
}
