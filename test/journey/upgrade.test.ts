// What was written for an older language or node type keeps its meaning, and every registered step is exercised.

import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'jsonc-parser';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../../activities/nodes/index.ts';
import type { AnyNodeType, Catalogue } from '../../src/journey/catalogue.ts';
import {
  isKnownLanguage,
  type JsonDocument,
  type LanguageHistory,
  language,
  stampVersions,
  upgradeConfig,
  upgradeDocument,
} from '../../src/journey/upgrade.ts';
import { validateJourney } from '../../src/journey/validate.ts';
import { listCalled, listSteps } from './old-versions.ts';

const text = `{
  "id": "rest", "name": "Rest", "entry": { "on": { "api": true } }, "start": "rest",
  "nodes": { "rest": { "type": "delay", "with": { "for": "2h" }, "next": "done" }, "done": { "type": "exit" } }
}`;

/** The catalogue after `delay` has renamed its field. */
function movedOn(): Catalogue {
  const delay = catalogue.get('delay') as AnyNodeType;
  const upgrade = { 1: (config: unknown) => ({ length: (config as { for: string }).for }) };
  return new Map([...catalogue, ['delay', { ...delay, version: 2, upgrade }]]);
}

describe('a published definition', () => {
  const { definition } = validateJourney(text, catalogue);
  if (definition === undefined) throw new TypeError('The sample is valid.');
  const stamped = stampVersions(definition, catalogue);

  test('says the version of the language', () => {
    expect(stamped.language).toBe(1);
  });

  test('says the version of every node type, and keeps one that was said', () => {
    expect(stamped.nodes['rest']?.version).toBe(1);
    expect(stampVersions(stamped, movedOn()).nodes['rest']?.version).toBe(1);
  });

  test('is upgraded when its type has moved on', () => {
    const { version, with: config } = stamped.nodes['rest'] ?? {};
    expect(upgradeConfig(movedOn().get('delay') as AnyNodeType, version, config)).toEqual({ length: '2h' });
  });
});

/** A language of three versions: `begin` was once called `start`, and then moved below `entry`. */
const history: LanguageHistory = {
  version: 3,
  steps: {
    1: ({ start, ...rest }) => ({ ...rest, begin: start }),
    2: ({ begin, ...rest }) => ({ ...rest, entry: { begin } }),
  },
};

describe('a document of an older language', () => {
  test('goes through every step to the current one', () => {
    expect(upgradeDocument({ language: 1, start: 'a' }, history)).toEqual({
      language: 3,
      entry: { begin: 'a' },
    });
    expect(upgradeDocument({ language: 2, begin: 'a' }, history)).toEqual({
      language: 3,
      entry: { begin: 'a' },
    });
  });

  test('that says nothing is in the current one', () => {
    const document = { entry: { begin: 'a' } };
    expect(upgradeDocument(document, history)).toBe(document);
  });

  test('is told from one that is not known, newer or odd', () => {
    const known = [1, 2, 3, undefined].map((said) => isKnownLanguage({ language: said }, history));
    expect(known).toEqual([true, true, true, true]);
    expect([0, 4, 1.5, '1', null].filter((said) => isKnownLanguage({ language: said }, history))).toEqual([]);
  });
});

describe('every registered step', () => {
  const folder = new URL('../journeys/old/', import.meta.url);
  const documents = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => parse(readFileSync(new URL(file, folder), 'utf8')) as JsonDocument);

  test('is exercised by a journey in test/journeys/old', () => {
    expect(listCalled(documents, catalogue, language)).toEqual(listSteps(catalogue, language));
  });

  const renamed = new Map([...movedOn()].map(([name, type]) => [name, { ...type }]));
  const old = { language: 2, nodes: { rest: { type: 'delay', version: 1, with: { for: '2h' } } } };
  renamed.set('delay', { ...(renamed.get('delay') as AnyNodeType), upgrade: { 1: (config) => config } });

  test('would be missed without one', () => {
    expect(listSteps(renamed, history)).toEqual(['delay@1', 'language@1', 'language@2']);
    expect(listCalled([old], renamed, history)).toEqual(['delay@1', 'language@2']);
  });

  test('has to lead to a config that fits', () => {
    expect(() => listCalled([old], movedOn(), history)).toThrow(TypeError);
  });
});
