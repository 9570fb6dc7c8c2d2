import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../activities/nodes/index.ts';
import { validateJourney } from '../../src/journey/validate.ts';

const folder = new URL('../journeys/', import.meta.url);
const gallery = new URL('../../src/gallery/', import.meta.url);

/** Beside the journeys of the gallery lie their tests and the templates they use. */
const notJourneys = /\.journey-test\.json$|^templates\.json$/;

function filesOf(base: URL, name = ''): { name: string; text: string }[] {
  const directory = new URL(name, base);
  return readdirSync(directory)
    .filter((file) => file.endsWith('.json') && !notJourneys.test(file))
    .map((file) => ({ name: file, text: readFileSync(new URL(file, directory), 'utf8') }));
}

/** Lines `// expect CODE line:column` at the top of a bad journey. */
function expectationsOf(text: string): string[] {
  return [...text.matchAll(/^\/\/ expect (J\d{3} \d+:\d+)$/gm)].map((match) => match[1] as string);
}

describe('journeys that are right', () => {
  it.each([...filesOf(folder, 'valid/'), ...filesOf(gallery)])(
    '$name compiles without a finding',
    ({ text }) => {
      const { issues, chart, hash } = validateJourney(text, catalogue);
      expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(chart?.id).toBe('journey');
      expect(hash).toMatch(/^sha256:[0-9a-f]{64}$/);
    },
  );

  it.each(filesOf(gallery))('$name of the gallery has no warnings either', ({ text }) => {
    const { issues } = validateJourney(text, catalogue);
    // Entries by campaign and schedule are told about until audiences come.
    expect(issues.filter(({ code }) => code !== 'J222')).toEqual([]);
  });
});

describe('journeys that are wrong', () => {
  it.each(filesOf(folder, 'invalid/'))('$name gets exactly the expected codes and places', ({ text }) => {
    const { issues, chart } = validateJourney(text, catalogue);
    const found = issues.map(({ code, range }) => `${code} ${range?.line}:${range?.column}`);
    expect(found.sort()).toEqual(expectationsOf(text).sort());
    expect(chart).toBeUndefined();
  });
});
