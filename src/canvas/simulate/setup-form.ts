// Who enters, as a form: what is typed, and the setup that it makes or what is wrong with it. Pure.

import { findNext } from '../../journey/calendar.ts';
import type { LocalizedText } from '../../journey/catalogue.ts';
import { type Weekday, weekdays } from '../../journey/entry.ts';
import { journeyTestNow } from '../../simulator/journey-test.ts';
import { type SimulatedPerson, simulatedPersonSchema } from '../../simulator/script.ts';
import type { Setup } from './session.ts';

export const channels = ['whatsapp', 'sms', 'email'] as const;
export type Agreement = 'in' | 'out' | 'none';

export interface SetupForm {
  readonly id: string;
  /** The attribute `firstName`. */
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly locale: string;
  readonly timeZone: string;
  /** To marketing. */
  readonly consents: { readonly [channel in (typeof channels)[number]]: Agreement };
  /** The others, as JSON text. */
  readonly attributes: string;
  /** JSON text. */
  readonly event: string;
  readonly weekday: Weekday;
  /** `10:00`, on the person's clock. */
  readonly at: string;
}

export type SetupErrors = { readonly [field in keyof SetupForm]?: LocalizedText };

export function toForm({ person, event, start }: Setup): SetupForm {
  const { firstName = '', ...attributes } = person.attributes;
  const { weekday, at } = clockOf(start, person.timeZone);
  return {
    id: person.id,
    name: typeof firstName === 'string' ? firstName : '',
    phone: person.phone ?? '',
    email: person.email ?? '',
    locale: person.locale ?? '',
    timeZone: person.timeZone,
    consents: {
      whatsapp: agreementOf(person, 'whatsapp'),
      sms: agreementOf(person, 'sms'),
      email: agreementOf(person, 'email'),
    },
    attributes: JSON.stringify(attributes, undefined, 2),
    event: JSON.stringify(event, undefined, 2),
    weekday,
    at,
  };
}

/** @param before consents of topics that the form does not show stay */
export function fromForm(
  form: SetupForm,
  before: Pick<Setup, 'person'>,
): { readonly setup: Setup } | { readonly errors: SetupErrors } {
  const attributes = readObject(form.attributes);
  const event = readObject(form.event);
  const person = simulatedPersonSchema.safeParse({
    id: form.id.trim(),
    ...given({ phone: form.phone, email: form.email, locale: form.locale }),
    timeZone: form.timeZone.trim(),
    attributes: { ...given({ firstName: form.name }), ...attributes },
    consents: toConsents(form, before.person),
  });
  const wrong = new Set(person.success ? [] : person.error.issues.map(({ path: [field] }) => field));
  const errors: SetupErrors = {
    ...(attributes === undefined ? { attributes: texts.object } : {}),
    ...(event === undefined ? { event: texts.object } : {}),
    ...(/^([01]\d|2[0-3]):[0-5]\d$/.test(form.at) ? {} : { at: texts.time }),
    ...(wrong.has('timeZone') ? { timeZone: texts.zone } : {}),
    ...(wrong.has('id') ? { id: texts.id } : {}),
    ...(wrong.has('phone') ? { phone: texts.long } : {}),
    ...(wrong.has('email') ? { email: texts.long } : {}),
    ...(wrong.has('locale') ? { locale: texts.long } : {}),
  };
  if (!person.success || event === undefined || Object.keys(errors).length > 0) return { errors };
  return { setup: { person: person.data, event, ...toStart(form) } };
}

/** The usual start is left to the simulator. */
function toStart({ weekday, at, timeZone }: SetupForm): Pick<Setup, 'start'> {
  if (weekday === usual.weekday && at === usual.at) return {};
  return { start: new Date(findNext(journeyTestNow, { at, weekdays: [weekday], timeZone })).toISOString() };
}

const usual = { weekday: 'monday', at: '10:00' } as const;

function clockOf(start: string | undefined, timeZone: string): Pick<SetupForm, 'weekday' | 'at'> {
  if (start === undefined) return usual;
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { timeZone, ...options }).format(new Date(start));
  const day = format({ weekday: 'long' }).toLowerCase();
  const at = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return { weekday: weekdays.find((one) => one === day) ?? usual.weekday, at };
}

/** Whoever says nothing of consents means people who may be written to. */
function agreementOf({ consents }: SimulatedPerson, channel: (typeof channels)[number]): Agreement {
  if (consents === undefined) return 'in';
  const facts = consents.filter((fact) => fact.channel === channel);
  if (facts.some(({ topic, state }) => topic === '' && state === 'out')) return 'out';
  const fact = facts.find(({ topic }) => topic === 'marketing') ?? facts.find(({ topic }) => topic === '');
  return fact?.state ?? 'none';
}

function toConsents({ consents }: SetupForm, { consents: before = [] }: SimulatedPerson) {
  const others = before.filter(({ topic }) => topic !== 'marketing' && topic !== '');
  const shown = channels.flatMap((channel) => {
    const state = consents[channel];
    return state === 'none' ? [] : [{ channel, topic: 'marketing', state }];
  });
  return [...shown, ...others];
}

function given(fields: { readonly [field: string]: string }): { readonly [field: string]: string } {
  const said = Object.entries(fields).map(([field, value]) => [field, value.trim()] as const);
  return Object.fromEntries(said.filter(([, value]) => value !== ''));
}

export function readObject(text: string): { readonly [name: string]: unknown } | undefined {
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

const texts = {
  object: {
    en: 'Write a JSON object, such as { "total": 40000 }.',
    ko: 'JSON 객체로 적으세요. 예: { "total": 40000 }',
  },
  time: { en: 'Write a time such as 22:30.', ko: '22:30처럼 시각을 적으세요.' },
  zone: {
    en: 'There is no such zone. Write one such as Asia/Seoul.',
    ko: '없는 시간대입니다. Asia/Seoul처럼 적으세요.',
  },
  id: { en: 'A person needs an id.', ko: '고객 ID가 필요합니다.' },
  long: { en: 'This is too long.', ko: '너무 깁니다.' },
};
