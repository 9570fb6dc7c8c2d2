// Messages that ask for something only the person can give: where they are, their number, leave to call, an address.

import type { WhatsAppInteractive } from '../../../src/messaging/whatsapp-interactive.ts';
import { labelled, z } from '../../../src/node-kit/index.ts';
import { options } from './options.ts';
import { bodyText, toBelow } from './parts.ts';
import { type Say, sayAll, shortText, under } from './say.ts';

export const askMessage = z.strictObject({
  text: bodyText,
  ask: z.enum(['location', 'contact', 'call']).meta(
    labelled(
      { en: 'Ask', ko: '요청' },
      {
        en: 'For a place, for the phone number, or for leave to call.',
        ko: '위치, 전화번호 또는 통화 허락을 요청합니다.',
      },
    ),
  ),
  ...options,
});

export const addressMessage = z.strictObject({
  text: bodyText,
  askAddress: z
    .strictObject({
      country: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .meta({ ...labelled({ en: 'Country', ko: '국가' }), examples: ['IN'] }),
      values: z
        .record(z.string(), shortText(200))
        .optional()
        .meta(
          labelled(
            { en: 'Known values', ko: '알고 있는 값' },
            {
              en: "What is known already, by Meta's names of the fields.",
              ko: '이미 아는 값을 Meta의 필드 이름으로 넣습니다.',
            },
          ),
        ),
    })
    .meta(
      labelled(
        { en: 'Address', ko: '주소' },
        {
          en: 'For a postal address; people in India and Singapore can give one.',
          ko: '우편 주소를 요청합니다. 인도와 싱가포르에서만 됩니다.',
        },
      ),
    ),
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
