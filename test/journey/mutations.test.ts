import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../activities/nodes/index.ts';
import { hasErrors } from '../../src/journey/issues.ts';
import { parse } from '../../src/journey/parse.ts';
import { validateDocument, validateJourney } from '../../src/journey/validate.ts';

const folder = new URL('../journeys/valid/', import.meta.url);
const texts = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'));

type Container = Record<string | number, unknown>;
type Place = { readonly container: Container; readonly key: string };

/** Every place of a document, outermost first. */
function placesOf(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const container = value as Container;
  return Object.keys(container).flatMap((key) => [{ container, key }, ...placesOf(container[key])]);
}

const strange = fc.oneof(
  fc.constantFrom(null, [], {}, '', '-1h', '0s', 'P9999Y', '{{', '{% if', 'event.', 'nodes.x.outcome == "y"'),
  fc.constantFrom(
    'start',
    'done',
    '*',
    'exhausted',
    '\u0000',
    '\ud800',
    'c\u0430rt',
    2 ** 60,
    -1,
    0.5,
    1e308,
  ),
  fc.anything({ maxDepth: 2 }),
);

/** Removes, replaces, renames or repeats what stands at a place. */
function mutate(document: unknown, [how, where, value]: readonly [number, number, unknown]): void {
  const places = placesOf(document);
  const place = places[where % Math.max(1, places.length)];
  if (place === undefined) return;
  const { container, key } = place;
  const old = container[key];
  if (how === 0) delete container[key];
  else if (how === 1) container[key] = value;
  else if (how === 2) container[`${key}x`] = old;
  else container[key] = places[(where * 7) % places.length]?.key;
}

describe('a valid journey that is changed at random', () => {
  const step = fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 10_000 }), strange);

  it('is checked without ever throwing, and compiles where nothing is wrong', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(step, { minLength: 1, maxLength: 3 }),
        (text, steps) => {
          const { document } = parse(text);
          for (const each of steps) mutate(document, each);
          const { issues, definition, hash } = validateDocument(document, catalogue);
          if (!hasErrors(issues)) expect(definition !== undefined && hash !== undefined).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is read without ever throwing, whatever is cut out of its text or put into it', () => {
    const cut = fc.tuple(
      fc.nat({ max: 3_000 }),
      fc.nat({ max: 40 }),
      fc.string({ maxLength: 4, unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...texts), cut, (text, [at, length, put]) => {
        const changed = text.slice(0, at) + put + text.slice(at + length);
        const { issues } = validateJourney(changed, catalogue);
        for (const { range } of issues) expect(range?.line).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});
