// What people say of their consents, by a word to us or by a choice at Meta: it stands before anything else comes of the
// message, and a late webhook undoes nothing newer.

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApplyInbound } from '../../src/inbox/apply-inbound.ts';
import { createApplyPreference } from '../../src/inbox/apply-preference.ts';
import { savePerson } from '../../src/people/save-person.ts';
import { listConsents } from '../../src/store/consents.ts';
import { findPerson } from '../../src/store/people.ts';
import { policySettingsSchema } from '../../src/whatsapp/policy-settings.ts';
import type { preferenceWords } from '../../src/whatsapp/webhook/items.ts';
import { createSendWorld, hour, minute, noon, type SendWorld } from '../activities/engine/send-world.ts';
import type { Visit } from '../activities/engine/visit.ts';
import { silent } from '../support/inbox-world.ts';

let world: SendWorld;
beforeAll(async () => {
  world = await createSendWorld();
});
afterAll(() => world.stop());

const appliers = {
  inbound: createApplyInbound({ log: silent }),
  preference: createApplyPreference({ log: silent }),
};

function take(kind: 'inbound' | 'preference', payload: Record<string, unknown>, apply = appliers[kind]) {
  const item = { id: '7', key: 'test', kind, failures: 0, receivedAt: new Date(noon), payload };
  return world.store.transaction().execute((trx) => apply(trx, item, { now: () => noon }));
}

interface Said {
  readonly at: number;
  readonly apply?: typeof appliers.inbound;
}

function writes({ phone }: Pick<Visit, 'phone'>, text: string, { at, apply }: Said) {
  const phoneNumberId = world.meta.senders[0].phoneNumberId;
  return take(
    'inbound',
    { from: { phone }, phoneNumberId, type: 'text', text, atMs: at, id: 'wamid' },
    apply,
  );
}

type Word = (typeof preferenceWords)[number];
const chooses = (
  { phone }: Pick<Visit, 'phone'>,
  value: Word,
  { at, ...more }: { readonly at: number; readonly signupId?: string },
) => take('preference', { from: { phone }, value, atMs: at, ...more });

const again = ({ personId }: Visit) => world.offer({ personId });
const marketingOf = async ({ personId }: Visit) =>
  (await listConsents(world.store, personId)).find(
    ({ channel, topic }) => channel === 'whatsapp' && topic === 'marketing',
  );

async function externalIdOf({ personId }: Visit): Promise<string> {
  return (await findPerson(world.store, personId))?.externalId ?? '';
}

describe('a keyword', () => {
  test('opts out of marketing, and in again', async () => {
    const visit = await world.offer();
    await writes(visit, '수신거부', { at: noon + minute });
    expect(await visit.execute(noon + hour)).toMatchObject({ outcome: 'consent', code: 'opted_out' });
    expect((await visit.send()).because).toEqual({ topic: 'marketing', since: noon + minute });
    expect(await marketingOf(visit)).toMatchObject({ source: 'keyword', at: new Date(noon + minute) });
    await writes(visit, 'start', { at: noon + 2 * hour });
    expect(await (await again(visit)).execute(noon + 3 * hour)).toMatchObject({ status: 'accepted' });
  });

  test('leaves utility as it is, unless it is set to end everything', async () => {
    await world.template('parcel', { category: 'utility' });
    const parcel = { with: { template: 'parcel' } };
    const visit = await world.offer(parcel);
    await writes(visit, 'STOP', { at: noon });
    expect(await visit.execute(noon + minute)).toMatchObject({ status: 'accepted' });
    const settings = policySettingsSchema.parse({ keywords: { optOutOf: 'everything' } });
    await writes(visit, 'STOP', { at: noon + hour, apply: createApplyInbound({ log: silent, settings }) });
    const second = await world.offer({ ...parcel, personId: visit.personId });
    expect(await second.execute(noon + 2 * hour)).toMatchObject({ outcome: 'consent' });
    await writes(visit, 'START', { at: noon + 3 * hour });
    const third = await world.offer({ ...parcel, personId: visit.personId });
    expect(await third.execute(noon + 4 * hour)).toMatchObject({ status: 'accepted' });
  });

  test('that comes late undoes nothing newer', async () => {
    const visit = await world.offer();
    await writes(visit, 'START', { at: noon + hour });
    await writes(visit, 'STOP', { at: noon + minute });
    expect(await marketingOf(visit)).toMatchObject({ state: 'in' });
  });
});

describe('a choice at Meta', () => {
  test('stops marketing and has it again, with the source', async () => {
    const visit = await world.offer();
    await chooses(visit, 'stop', { at: noon + minute });
    expect(await marketingOf(visit)).toMatchObject({ state: 'out', source: 'meta:stop' });
    await chooses(visit, 'resume', { at: noon + hour });
    expect(await marketingOf(visit)).toMatchObject({ state: 'in', source: 'meta:resume' });
  });

  test('is an opt-in where somebody signs up by a link', async () => {
    const visit = await world.offer({ marketing: 'unknown' });
    await chooses(visit, 'signup', { at: noon, signupId: 'summer' });
    expect(await marketingOf(visit)).toMatchObject({ state: 'in', source: 'meta:signup:summer' });
    expect(await visit.execute(noon + minute)).toMatchObject({ status: 'accepted' });
  });

  test('of a stranger is not kept', async () => {
    expect(await chooses({ phone: '+61491570199' }, 'stop', { at: noon })).toEqual([]);
  });

  test('lifts what 131050 said, if it is newer', async () => {
    const visit = await world.offer();
    await visit.execute(noon);
    await visit.status('failed', { at: noon + hour, code: '131050' });
    await chooses(visit, 'resume', { at: noon + minute });
    expect(await marketingOf(visit)).toMatchObject({ state: 'out', source: 'meta:131050' });
    await chooses(visit, 'resume', { at: noon + 2 * hour });
    expect(await (await again(visit)).execute(noon + 3 * hour)).toMatchObject({ status: 'accepted' });
  });

  test('of before is overridden by a newer consent that the business reports, not by an older one', async () => {
    const visit = await world.offer();
    await visit.execute(noon);
    await visit.status('failed', { at: noon + hour, code: '131050' });
    const report = async (at: number) => {
      const consent = { channel: 'whatsapp', topic: 'marketing', state: 'in', source: 'checkout' } as const;
      const consents = [{ ...consent, businessName: 'Kim’s Shop', at: new Date(at).toISOString() }];
      return savePerson(world.store, { externalId: await externalIdOf(visit), consents }, new Date(noon));
    };
    await report(noon + minute);
    expect(await marketingOf(visit)).toMatchObject({ state: 'out' });
    await report(noon + 2 * hour);
    expect(await marketingOf(visit)).toMatchObject({ state: 'in', businessName: 'Kim’s Shop' });
  });

  test('and words to us end in the newest, whatever order they are told in', async () => {
    const said = fc.record({
      by: fc.constantFrom('word', 'choice'),
      isIn: fc.boolean(),
      at: fc.nat({ max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(said, { minLength: 1, maxLength: 5 }), async (sayings) => {
        const visit = await world.offer({ marketing: 'unknown' });
        for (const { by, isIn, at } of sayings) {
          if (by === 'word') await writes(visit, isIn ? 'START' : 'STOP', { at: noon + at * hour });
          else await chooses(visit, isIn ? 'resume' : 'stop', { at: noon + at * hour });
        }
        const newest = Math.max(...sayings.map(({ at }) => at));
        const last = sayings.filter(({ at }) => at === newest);
        const state = last.some(({ isIn }) => !isIn) ? 'out' : 'in';
        expect(await marketingOf(visit)).toMatchObject({ state, at: new Date(noon + newest * hour) });
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});
