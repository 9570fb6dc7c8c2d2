import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../activities/nodes/index.ts';
import { hashJson } from '../../src/journey/hash.ts';
import { validateJourney } from '../../src/journey/validate.ts';

const journey = `{
  "id": "test", "name": "Test", "entry": { "on": { "api": true } }, "start": "pause",
  "nodes": { "pause": { "type": "delay", "with": { "for": "1h" }, "next": "done" }, "done": { "type": "exit" } }
}`;
const hashOf = (text: string) => validateJourney(text, catalogue).hash;

describe('hash', () => {
  it('keeps to the meaning: canvas, schema, order, white space and comments change nothing', () => {
    const cosmetic = `// a comment
      { "$schema": "./journey.v1.json", "language": 1, "name": "Test", "id": "test", "start": "pause",
        "entry": { "on": { "api": true, }, },
        "nodes": { "done": { "type": "exit" }, "pause": { "next": "done", "with": { "for": "1h" }, "type": "delay" } },
        "canvas": { "pause": { "x": 10, "y": 20 } } }`;
    expect(hashOf(cosmetic)).toBe(hashOf(journey));
  });

  it.each([
    ['a name', '"Test"', '"Other"'],
    ['a config', '"1h"', '"2h"'],
    ['an edge', '"next": "done"', '"next": { "done": "done" }'],
  ])('changes with %s', (_what, from, to) => {
    expect(hashOf(journey.replace(from, to))).not.toBe(hashOf(journey));
  });

  it('does not see a node’s version that is written out as the current one', () => {
    const stamped = journey.replace('"type": "delay",', '"type": "delay", "version": 1,');
    expect(hashOf(stamped)).toBe(hashOf(journey));
    const older = new Map(
      [...catalogue].map(([name, type]) => [name, { ...type, version: type.version + 1 }]),
    );
    expect(validateJourney(stamped, older).hash).not.toBe(validateJourney(journey, older).hash);
  });

  it('is the same over days and releases', () => {
    expect(hashOf(journey)).toBe('sha256:1d08e95c1c055656e87e5b001ff75f8537a53581ac7f5d6cf8a7b4cf31636e65');
  });

  it('does not see the order of keys, whatever the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(hashJson(reverseKeys(value))).toBe(hashJson(value));
      }),
    );
  });
});

function reverseKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverseKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, member]) => [key, reverseKeys(member)] as const);
  return Object.fromEntries(entries.reverse());
}
