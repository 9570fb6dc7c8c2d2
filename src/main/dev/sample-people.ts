// People to try journeys with on the local stack: Korean, US and Brazilian numbers, some who allow nothing, some to whom
// WhatsApp brings nothing. Saved where nobody is known yet; their phones are in the emulator at every start. Numbers and
// addresses are nobody's.

import type { PersonFields } from '../../client/client.ts';
import type { Behaviour } from '../../emulators/cloud-api/behaviour.ts';
import type { Local } from '../start-local.ts';

export interface SamplePerson {
  readonly person: PersonFields & { readonly phone: string };
  /** What the emulated Meta does with messages to this phone; left out: it delivers them. */
  readonly fate?: Behaviour;
}

type Channel = 'whatsapp' | 'sms' | 'email';

const channels: readonly Channel[] = ['whatsapp', 'sms', 'email'];

/** Durable ids: docs and tours name them. In the order in which they are listed. */
export const samplePeople: readonly SamplePerson[] = [
  { person: korean('minji', { firstName: '민지', phone: '+821000000001', note: '모든 채널 수신 동의' }) },
  {
    person: korean('junho', {
      firstName: '준호',
      phone: '+821000000002',
      note: '메타의 마케팅 실험 대상(130472)',
    }),
    fate: { do: 'fail', code: 130_472 },
  },
  {
    person: korean('seoyeon', {
      firstName: '서연',
      phone: '+821000000003',
      note: '고객별 마케팅 한도(131049)',
    }),
    fate: { do: 'fail', code: 131_049 },
  },
  {
    person: korean('haneul', {
      firstName: '하늘',
      phone: '+821000000004',
      note: '왓츠앱을 쓰지 않음(131026)',
    }),
    fate: { do: 'fail', code: 131_026 },
  },
  {
    person: korean('doyun', {
      ...{ firstName: '도윤', phone: '+821000000005', note: '왓츠앱 수신 거부, 문자와 이메일은 동의' },
      out: ['whatsapp'],
    }),
  },
  {
    person: korean('jiwoo', {
      firstName: '지우',
      phone: '+821000000006',
      note: '모든 채널 수신 거부',
      out: channels,
    }),
  },
  {
    person: sample('emma', {
      ...{ firstName: 'Emma', phone: '+14155550107', locale: 'en', timeZone: 'America/Los_Angeles' },
      note: 'US number: Meta pauses marketing to it',
    }),
  },
  {
    person: sample('ana', {
      ...{ firstName: 'Ana', phone: '+5511900000008', locale: 'pt-BR', timeZone: 'America/Sao_Paulo' },
      note: 'Brazilian number, opted in to everything',
    }),
  },
];

/** A start that was broken off is gone on with. @param local a stack that is up */
export async function addSamplePeople({ api, meta }: Pick<Local, 'api' | 'meta'>): Promise<void> {
  const { people } = await api.people({ limit: samplePeople.length + 1 });
  const samples = new Set(samplePeople.map(({ person }) => person.externalId));
  if (people.every(({ externalId }) => samples.has(externalId))) {
    const saved = new Set(people.map(({ externalId }) => externalId));
    // Lists begin with whoever came last.
    for (const { person } of samplePeople.toReversed()) {
      if (!saved.has(person.externalId)) await api.savePerson(person);
    }
  }
  const stored = await api.people({ search: 'sample-', limit: 100 });
  const known = new Set(stored.people.map(({ externalId }) => externalId));
  for (const { person, fate } of samplePeople) {
    if (!known.has(person.externalId)) continue;
    meta.setPresence(person.phone, 'online');
    if (fate !== undefined) meta.script(person.phone, fate);
  }
}

interface Sample {
  readonly firstName: string;
  readonly phone: string;
  readonly locale: string;
  readonly timeZone: string;
  /** What is special about them. */
  readonly note: string;
  /** Channels that they want no marketing on. */
  readonly out?: readonly Channel[];
}

function korean(name: string, person: Omit<Sample, 'locale' | 'timeZone'>): SamplePerson['person'] {
  return sample(name, { ...person, locale: 'ko', timeZone: 'Asia/Seoul' });
}

function sample(name: string, { firstName, note, out = [], ...fields }: Sample): SamplePerson['person'] {
  return {
    ...fields,
    externalId: `sample-${name}`,
    email: `${name}@example.com`,
    attributes: { firstName, note },
    consents: channels.map((channel) => ({
      ...{ channel, topic: 'marketing', source: 'sample' },
      state: out.includes(channel) ? 'out' : 'in',
    })),
  };
}
