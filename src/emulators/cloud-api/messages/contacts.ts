// Contact cards. Meta wants a formatted name and at least one other part of the name (F§1.2, its reference).

import * as z from 'zod';

const kind = z.enum(['HOME', 'WORK']).optional();
const text = z.string().optional();

const name = z.strictObject({
  formatted_name: z.string().min(1),
  first_name: text,
  last_name: text,
  middle_name: text,
  prefix: text,
  suffix: text,
});

const contact = z.strictObject({
  name,
  addresses: z
    .array(
      z.strictObject({
        street: text,
        city: text,
        state: text,
        zip: text,
        country: text,
        country_code: text,
        type: kind,
      }),
    )
    .optional(),
  birthday: z.iso.date().optional(),
  emails: z.array(z.strictObject({ email: z.email(), type: kind })).optional(),
  org: z.strictObject({ company: text, department: text, title: text }).optional(),
  phones: z.array(z.strictObject({ phone: z.string(), type: kind, wa_id: text })).optional(),
  urls: z.array(z.strictObject({ url: z.url(), type: kind })).optional(),
});

export const contactsArray = z.array(contact).min(1).max(5);
