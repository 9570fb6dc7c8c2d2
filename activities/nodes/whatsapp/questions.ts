// Messages that ask for something only the person can give: where they are, their number, leave to call, an address.

import type { WhatsAppInteractive } from '../../../src/messaging/whatsapp-interactive.ts';
import { z } from '../../../src/node-kit/index.ts';
import { options } from './options.ts';
import { bodyText, toBelow } from './parts.ts';
import { type Say, sayAll, shortText, under } from './say.ts';

export const askMessage = z.strictObject({
  text: bodyText,
  ask: z
    .enum(['location', 'contact', 'call'])
    .meta({ description: 'For a place, for the phone number, or for leave to call.' }),
  ...options,
});

export const addressMessage = z.strictObject({
  text: bodyText,
  askAddress: z
    .strictObject({
      country: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .meta({ examples: ['IN'] }),
      values: z
        .record(z.string(), shortText(200))
        .optional()
        .meta({ description: "What is known already, by Meta's names of the fields." }),
    })
    .meta({ description: 'For a postal address; people in India and Singapore can give one.' }),
  ...options,
});

export function toAskMessage({ text, ask }: z.infer<typeof askMessage>, say: Say): WhatsAppInteractive {
  const said = toBelow({ text }, say);
  switch (ask) {
    case 'location':
      return { type: 'location_request_message', ...said, action: { name: 'send_location' } };
    case 'contact':
      return { type: 'request_contact_info', ...said, action: { name: 'request_contact_info' } };
    case 'call':
      return { type: 'call_permission_request', ...said, action: { name: 'call_permission_request' } };
  }
}

export function toAddressMessage(
  { text, askAddress: { country, values } }: z.infer<typeof addressMessage>,
  say: Say,
): WhatsAppInteractive {
  const known = values === undefined ? {} : { values: sayAll(values, under(say, 'askAddress', 'values')) };
  return {
    type: 'address_message',
    ...toBelow({ text }, say),
    action: { name: 'address_message', parameters: { country, ...known } },
  };
}
