// The people that `npm start` comes with: saved once, on the emulator's phones at every start.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { addSamplePeople, samplePeople } from '../../src/main/dev/sample-people.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ without: ['worker', 'dispatcher'] });
});
afterAll(() => world.stop());

const ids = samplePeople.map(({ person }) => person.externalId);

async function listIds(): Promise<string[]> {
  const { people } = await world.local.api.people();
  return people.map(({ externalId }) => externalId);
}

async function phones(): Promise<string[]> {
  const answer = await fetch(`${world.local.meta.url}/_emulator/phones`);
  const { phones: listed } = (await answer.json()) as { phones: readonly { phone: string }[] };
  return listed.map(({ phone }) => phone);
}

test('sample people are there at the first start, in their order, with phones and consents', async () => {
  await addSamplePeople(world.local);
  expect(await listIds()).toEqual(ids);
  expect(await phones()).toEqual(samplePeople.map(({ person }) => person.phone));
  const jiwoo = await world.local.api.person('sample-jiwoo');
  expect(jiwoo).toMatchObject({ attributes: { firstName: '지우' }, locale: 'ko', timeZone: 'Asia/Seoul' });
  expect(jiwoo.consents.map(({ state }) => state)).toEqual(['out', 'out', 'out']);
});

test('a later start adds nobody twice, and leaves what was changed', async () => {
  const { api } = world.local;
  await api.savePerson({ externalId: 'sample-minji', attributes: { firstName: '민아' } });
  world.local.meta.reset();
  await addSamplePeople(world.local);
  expect(await listIds()).toEqual(ids);
  expect((await api.person('sample-minji')).attributes).toEqual({ firstName: '민아' });
  expect(await phones()).toHaveLength(ids.length);
});

test('a first start that was broken off is gone on with at the next one, in the same order', async () => {
  const broken = await startWorld({ without: ['worker', 'dispatcher'] });
  const saved = samplePeople.slice(-3).toReversed();
  for (const { person } of saved) await broken.local.api.savePerson(person);
  await broken.local.api.savePerson({ externalId: 'sample-ana', attributes: { firstName: 'Ana Clara' } });
  await addSamplePeople(broken.local);
  const { people } = await broken.local.api.people();
  expect(people.map(({ externalId }) => externalId)).toEqual(ids);
  expect((await broken.local.api.person('sample-ana')).attributes).toEqual({ firstName: 'Ana Clara' });
  await broken.stop();
});

test('where people are known already, no samples come among them', async () => {
  const own = await startWorld({ without: ['worker', 'dispatcher'] });
  await own.local.api.savePerson({ externalId: 'kim', timeZone: 'Asia/Seoul' });
  await addSamplePeople(own.local);
  const { people } = await own.local.api.people();
  expect(people.map(({ externalId }) => externalId)).toEqual(['kim']);
  await own.stop();
});
