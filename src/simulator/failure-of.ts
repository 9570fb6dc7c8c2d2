// What a provider's code means on each channel, by the same tables that the channel clients use. Pure.

import { failureOfSmtpReply } from '../../activities/channels/smtp-errors.ts';
import { failureOfTwilioCode } from '../../activities/channels/twilio-errors.ts';
import type { Failure } from '../messaging/delivery.ts';
import type { Channel } from '../messaging/message.ts';
import { failureOfCode } from '../whatsapp/errors.ts';

/** Total: every code means something. `toUs`: the recipient has a US number. E-mail: `550` or `smtp_550`. */
export function failureOf(channel: Channel, code: string, toUs: boolean): Failure {
  switch (channel) {
    case 'whatsapp':
      return failureOfCode(code, { recipientIsUs: toUs });
    case 'sms':
      return failureOfTwilioCode(Number(code));
    case 'email':
      return failureOfSmtpReply({ status: toReplyStatus(code), command: 'RCPT TO' });
  }
}

/** What is no reply's code at all is taken for a refusal of the recipient. */
export function toReplyStatus(code: string): number {
  const digits = /^(?:smtp_)?(\d{3})$/.exec(code)?.[1];
  return digits === undefined ? 550 : Number(digits);
}
