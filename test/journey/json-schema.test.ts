// The committed JSON Schema says what the language and the node types say: an independent validator takes the good
// journeys and refuses slips.

import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { parse } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../activities/nodes/index.ts';
import { isJourneyFile } from '../../src/cli/read-surroundings.ts';
import { renderJsonSchema } from '../../src/journey/json-schema.ts';
import { validateJourney } from '../../src/journey/validate.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const committed = read('schemas/journey.v1.json');

const ajv = new Ajv({ strict: true, strictRequired: false, strictTypes: false, allErrors: true });
formats.default(ajv);
const accepts = ajv.compile(JSON.parse(committed));

const good = ['src/gallery/', 'test/journeys/valid/'].flatMap((folder) =>
  readdirSync(new URL(folder, root))
    .filter(isJourneyFile)
    .map((file) => folder + file),
);

interface Shaped {
  nodes: Record<string, Record<string, unknown>>;
  [field: string]: unknown;
}

/** Places that the schema complains about in the spring sale after a slip. */
function complaints(slip: (journey: Shaped) => void): string[] {
  const journey = JSON.parse(read('src/gallery/spring-sale.json')) as Shaped;
  slip(journey);
  accepts(journey);
  return [...new Set((accepts.errors ?? []).map(({ instancePath }) => instancePath))];
}

describe('the JSON Schema', () => {
  it('is what the code says: npm run gen writes it', () => {
    expect(committed).toBe(renderJsonSchema(catalogue));
  });

  it.each(good)('accepts %s', (path) => {
    const journey = parse(read(path), [], { allowTrailingComma: true });
    expect(accepts(journey), JSON.stringify(accepts.errors)).toBe(true);
    expect(validateJourney(read(path), catalogue).definition).toBeDefined();
  });

  it('accepts its own path', () => {
    expect(complaints((journey) => Object.assign(journey, { $schema: './journey.v1.json' }))).toEqual([]);
  });

  it.each<readonly [string, (nodes: Shaped['nodes']) => void, string]>([
    [
      'an unknown type',
      ({ offer }) => Object.assign(offer ?? {}, { type: 'whatsapp.tempalte' }),
      '/nodes/offer/type',
    ],
    [
      'a config of another type',
      ({ think }) => Object.assign(think ?? {}, { with: { text: '' } }),
      '/nodes/think/with',
    ],
    ['a missing config', ({ text }) => delete text?.['with'], '/nodes/text'],
    [
      'an outcome that the type has not',
      ({ text }) => Object.assign(text ?? {}, { next: { recieved: 'done' } }),
      '/nodes/text/next',
    ],
    ['an edge from an exit', ({ done }) => Object.assign(done ?? {}, { next: 'lost' }), '/nodes/done/next'],
    [
      'an absurd duration',
      ({ offer }) => Object.assign(offer?.['with'] ?? {}, { within: '2 hours' }),
      '/nodes/offer/with/within',
    ],
    ['an unknown field', ({ offer }) => Object.assign(offer ?? {}, { nxt: 'done' }), '/nodes/offer'],
  ])('refuses %s', (_what, slip, place) => {
    expect(complaints(({ nodes }) => slip(nodes))).toContain(place);
  });

  it('lets authors choose the words where the type lets them', () => {
    const branch = {
      type: 'branch',
      with: { cases: [{ name: 'vip', if: 'person.vip' }] },
      next: { vip: 'done', else: 'text' },
    };
    expect(complaints(({ nodes }) => Object.assign(nodes, { branch }))).toEqual([]);
  });

  it('names all words that a type can end with', () => {
    const beyond = good.flatMap((path) =>
      Object.values(validateJourney(read(path), catalogue).definition?.nodes ?? {}).flatMap((node) => {
        const type = catalogue.get(node.type);
        const outcomes = type?.outcomes(type.config.parse(node.with ?? {}) as never) ?? [];
        return outcomes.filter((word) => type?.words?.includes(word) === false);
      }),
    );
    expect(beyond).toEqual([]);
  });
});
