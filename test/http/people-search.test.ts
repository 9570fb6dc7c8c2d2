import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHttpWorld, type HttpWorld } from './world.ts';

let world: HttpWorld;

beforeAll(async () => {
  world = await createHttpWorld();
  const people = [
    {
      externalId: 'C-100',
      phone: '+821012345678',
      email: 'Minji@example.com',
      attributes: { firstName: '민지' },
    },
    { externalId: 'c-101', phone: '+14155550101', attributes: { firstName: 'Emma' } },
    { externalId: 'x_7%', email: 'ana@example.com', timeZone: 'UTC', attributes: { firstName: 7 } },
  ];
  for (const person of people) expect((await world.post('/v1/people', person)).statusCode).toBe(201);
});

afterAll(() => world.stop());

async function find(search: string): Promise<string[]> {
  const { people } = (await world.get(`/v1/people?search=${encodeURIComponent(search)}`)).json();
  return people.map(({ externalId }: { externalId: string }) => externalId);
}

test('people are listed newest first, their phones masked', async () => {
  const { people } = (await world.get('/v1/people')).json();
  expect(people).toMatchObject([
    { externalId: 'x_7%', phone: null },
    { externalId: 'c-101', phone: '+14 ••• 0101', name: 'Emma' },
    { externalId: 'C-100', phone: '+82 ••• 5678', name: '민지', timeZone: 'Asia/Seoul' },
  ]);
  expect(people[0]).not.toHaveProperty('name');
});

test.each([
  ['c-1', ['c-101', 'C-100']],
  ['C-100', ['C-100']],
  ['minji@', ['C-100']],
  ['민', ['C-100']],
  ['emma', ['c-101']],
  ['5678', ['C-100']],
  ['010-1234-5678', ['C-100']],
  ['+82 10 1234 5678', ['C-100']],
  ['(415) 555-0101', ['c-101']],
])('%s finds by how an id, an address or a name begins, or how a number ends', async (search, found) => {
  expect(await find(search)).toEqual(found);
});

test('fewer than four digits are no number, and signs of patterns are letters like others', async () => {
  for (const search of ['678', '%', '_', 'x%', 'xx7', '\\']) expect(await find(search)).toEqual([]);
  expect(await find('x_7%')).toEqual(['x_7%']);
});

test('pages follow each other without gap or repetition', async () => {
  const first = (await world.get('/v1/people?search=c-1&limit=1')).json();
  expect(first.people).toMatchObject([{ externalId: 'c-101' }]);
  const second = (await world.get(`/v1/people?search=c-1&limit=1&cursor=${first.next}`)).json();
  expect(second.people).toMatchObject([{ externalId: 'C-100' }]);
  expect(second).not.toHaveProperty('next');
});

test('a query that makes no sense is refused', async () => {
  for (const bad of ['limit=0', 'limit=101', 'cursor=x', 'search=%00', 'page=2'])
    expect((await world.get(`/v1/people?${bad}`)).statusCode, bad).toBe(422);
});
