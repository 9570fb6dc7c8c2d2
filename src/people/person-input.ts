// What a caller may say of a person, checked and normalised: phones to E.164, locales to their canonical form,
// zones against IANA. Pure. A problem is a zod issue whose `params.code` is one of `personProblemCodes`.

import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { z } from 'zod';
import { areAttributesTooLarge } from '../journey/person-attributes.ts';
import { isTimeZone } from './time-zones.ts';

/** Durable: clients branch on them. */
export const personProblemCodes = [
  'PERSON_PHONE_FORMAT',
  'PERSON_PHONE_UNKNOWN',
  'PERSON_TIME_ZONE',
  'PERSON_LOCALE',
  'PERSON_ATTRIBUTES_SIZE',
] as const;
export type PersonProblemCode = (typeof personProblemCodes)[number];

const phone = z
  .string()
  .max(40)
  .transform((text, context) => {
    const parsed = parsePhoneNumberFromString(text);
    // Without a country code a number means another person in every country.
    if (parsed === undefined) return refuse(context, 'PERSON_PHONE_FORMAT');
    if (!parsed.isPossible()) return refuse(context, 'PERSON_PHONE_UNKNOWN');
    return parsed.number as string;
  });

const timeZone = z
  .string()
  .max(64)
  .superRefine((name, context) => {
    if (!isTimeZone(name)) refuse(context, 'PERSON_TIME_ZONE');
  });

const locale = z
  .string()
  .max(35)
  .transform((tag, context) => {
    try {
      return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0] ?? refuse(context, 'PERSON_LOCALE');
    } catch {
      return refuse(context, 'PERSON_LOCALE');
    }
  });

const attributes = z.record(z.string().max(100), z.unknown()).superRefine((value, context) => {
  if (areAttributesTooLarge(value)) refuse(context, 'PERSON_ATTRIBUTES_SIZE');
});

const consent = z.strictObject({
  channel: z.enum(['whatsapp', 'sms', 'email']),
  /** Left out: all topics of the channel. */
  topic: z.string().max(60).default(''),
  state: z.enum(['in', 'out']),
  /** Where it was given, e.g. `checkout`. */
  source: z.string().min(1).max(100),
  /** The business that the person agreed with, as it was named to them (F§4.10). */
  businessName: z.string().trim().min(1).max(200).optional(),
  /** When it was given; left out: now. */
  at: z.iso.datetime({ offset: true }).optional(),
});

export const externalIdSchema = z.string().min(1).max(200);

export const personInput = z.strictObject({
  externalId: externalIdSchema,
  phone: phone.nullable().optional(),
  businessScopedUserId: z
    .string()
    .regex(/^[A-Z]{2}\.[A-Za-z0-9.]{1,150}$/)
    .nullable()
    .optional(),
  email: z.email().max(254).nullable().optional(),
  locale: locale.nullable().optional(),
  timeZone: timeZone.optional(),
  attributes: attributes.optional(),
  consents: z.array(consent).max(50).optional(),
});
export type PersonInput = z.infer<typeof personInput>;

function refuse(context: z.RefinementCtx, code: PersonProblemCode): never {
  context.addIssue({ code: 'custom', params: { code } });
  return z.NEVER;
}
