// Cards of an address book, as a node's config has them and as Meta takes them.

import type { WhatsAppContact } from '../../../src/messaging/whatsapp-content.ts';
import { dateField, labelled, z } from '../../../src/node-kit/index.ts';
import { type Say, sayOptional, shortText } from './say.ts';

const line = shortText(1_024).optional();
const lines = z.array(shortText(1_024)).max(10).optional();

const contact = z.strictObject({
  name: shortText(1_024).meta(
    labelled({ en: 'Name', ko: '이름' }, { en: 'As it is shown.', ko: '보이는 이름입니다.' }),
  ),
  firstName: line,
  lastName: line,
  phones: lines,
  emails: lines,
  urls: lines,
  company: line,
  department: line,
  title: line,
  birthday: dateField.optional(),
});

export const contactsField = z
  .array(contact)
  .min(1)
  .max(5)
  .meta({
    ...labelled(
      { en: 'Contacts', ko: '연락처' },
      { en: 'Cards for the address book.', ko: '주소록에 넣을 연락처입니다.' },
    ),
    examples: [[{ name: 'Support', phones: ['+15550100'] }]],
  });

export function toContacts(contacts: z.infer<typeof contactsField>, say: Say): readonly WhatsAppContact[] {
  return contacts.map((card, index) => toContact(card, (source, path) => say(source, [index, ...path])));
}

function toContact(card: z.infer<typeof contact>, say: Say): WhatsAppContact {
  const { name, firstName = name, lastName, phones, emails, urls, birthday } = card;
  const org = {
    ...sayOptional(say, 'company', card.company),
    ...sayOptional(say, 'department', card.department),
    ...sayOptional(say, 'title', card.title),
  };
  const each = (field: string, sources: readonly string[]) =>
    sources.map((source, nth) => say(source, [field, nth]));
  return {
    name: {
      formatted_name: say(name, ['name']),
      // Meta wants one more part of the name than the whole.
      first_name: say(firstName, [card.firstName === undefined ? 'name' : 'firstName']),
      ...sayOptional(say, { as: 'last_name', at: 'lastName' }, lastName),
    },
    ...(phones === undefined ? {} : { phones: each('phones', phones).map((phone) => ({ phone })) }),
    ...(emails === undefined ? {} : { emails: each('emails', emails).map((email) => ({ email })) }),
    ...(urls === undefined ? {} : { urls: each('urls', urls).map((url) => ({ url })) }),
    ...(Object.keys(org).length === 0 ? {} : { org }),
    ...(birthday === undefined ? {} : { birthday }),
  };
}
