// Checks a message for what Meta would refuse for its form alone (F§1.3). Pure.

import type { WhatsAppContact, WhatsAppContent } from '../../messaging/whatsapp-content.ts';
import { checkInteractive } from './check-interactive.ts';
import { checkLocation, checkMedia } from './check-media.ts';
import { checkTemplate } from './check-template.ts';
import { limits } from './limits.ts';
import { contentChecks as check, type Problems } from './problem.ts';

export function checkContent(content: WhatsAppContent): Problems {
  switch (content.type) {
    case 'template':
      return checkTemplate(content.template);
    case 'text':
      return check.text('text', content.text.body, limits.text);
    case 'image':
      return checkCaptioned('image', content.image);
    case 'video':
      return checkCaptioned('video', content.video);
    case 'document':
      return checkCaptioned('document', content.document);
    case 'audio':
      return checkMedia('audio', content.audio, check);
    case 'sticker':
      return checkMedia('sticker', content.sticker, check);
    case 'location':
      return checkLocation('location', content.location, check);
    case 'contacts':
      return checkContacts(content.contacts);
    case 'interactive':
      return checkInteractive(content.interactive);
    case 'reaction':
      return check.holds('reaction', isEmoji(content.reaction.emoji));
    case 'read':
      return [];
  }
}

function checkCaptioned(
  place: string,
  media: Parameters<typeof checkMedia>[1] & { readonly caption?: string },
): Problems {
  return [
    ...checkMedia(place, media, check),
    ...check.optional(`${place}.caption`, media.caption, limits.caption),
  ];
}

function checkContacts(contacts: readonly WhatsAppContact[]): Problems {
  return [
    ...check.count('contacts', contacts.length, { min: 1, max: limits.contacts }),
    ...contacts.flatMap(({ name, phones = [], birthday }, index) => [
      ...check.text(`contacts[${index}].name`, name.formatted_name, limits.caption),
      ...phones.flatMap(({ phone }, nth) =>
        check.text(`contacts[${index}].phones[${nth}]`, phone, limits.caption),
      ),
      ...check.holds(
        `contacts[${index}].birthday`,
        birthday === undefined || /^\d{4}-\d{2}-\d{2}$/.test(birthday),
      ),
    ]),
  ];
}

/** One sign that a person sees, or none to take the reaction back. */
function isEmoji(text: string): boolean {
  if (text === '') return true;
  const isPicture = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u.test(text);
  return isPicture && [...new Intl.Segmenter().segment(text)].length === 1;
}
