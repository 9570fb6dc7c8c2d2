import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogue } from '../../activities/nodes/index.ts';
import { isJourneyFile } from '../../src/cli/read-surroundings.ts';
import { createAuthor } from './draft-author.ts';
import { createHttpWorld, type HttpWorld } from './world.ts';

const gallery = join(import.meta.dirname, '../../src/gallery');
const isJourney = (file: string) => file !== 'templates.json' && isJourneyFile(join(gallery, file));
const files = readdirSync(gallery).filter(isJourney);

let world: HttpWorld;

beforeAll(async () => {
  world = await createHttpWorld(catalogue);
});

afterAll(() => world.stop());

test.each(files)('%s is edited from its published version: untouched it is no new one', async (file) => {
  const text = readFileSync(join(gallery, file), 'utf8');
  const published = await world.post('/v1/journeys', text);
  expect(published.json()).toMatchObject({ version: 1, created: true });
  const { id } = published.json();
  const author = createAuthor(world, id);
  expect((await author.read()).json().code).toBe('DRAFT_UNKNOWN');
  const { source } = (await world.get(`/v1/journeys/${id}`)).json();
  expect(source).toBe(text);
  expect((await author.save(source, 1)).statusCode).toBe(201);
  const { same, awaited } = (await world.get(`/v1/journeys/${id}/diff?from=1&to=draft`)).json();
  expect({ same, awaited }).toEqual({ same: true, awaited: [] });
  expect((await author.publish({ acceptWarnings: true })).json()).toMatchObject({
    version: 1,
    created: false,
  });
});

test('the gallery is there', () => {
  expect(files.length).toBeGreaterThan(10);
});
