import { expect, test } from 'vitest';
import { listJourneys } from '../../../src/canvas/home/list-journeys.ts';

const published = (id: string, publishedAt: string) => ({
  id,
  name: id.toUpperCase(),
  version: 3,
  hash: 'sha256:0',
  entry: 'event' as const,
  publishedAt,
});
const draft = (id: string, updatedAt: string, name: string | null = null) => ({
  id,
  name,
  revision: 7,
  updatedAt,
  baseVersion: null,
});

test('a journey is listed once, the one worked on last first, by the name of its draft', () => {
  const listed = listJourneys(
    [published('sale', '2026-03-01T10:00:00Z'), published('old', '2026-03-02T10:00:00Z')],
    [draft('sale', '2026-03-03T10:00:00Z', 'New name'), draft('fresh', '2026-03-01T09:00:00Z')],
  );
  expect(listed.map(({ id, name }) => [id, name])).toEqual([
    ['sale', 'New name'],
    ['old', 'OLD'],
    ['fresh', 'fresh'],
  ]);
  expect(listed[0]?.published?.version).toBe(3);
  expect(listed[2]?.published).toBeUndefined();
});
