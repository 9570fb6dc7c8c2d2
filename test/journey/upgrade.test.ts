// What is published keeps its meaning when a node type moves on to a new version.

import { describe, expect, test } from 'vitest';
import { catalogue } from '../../activities/nodes/index.ts';
import type { AnyNodeType, Catalogue } from '../../src/journey/catalogue.ts';
import { stampVersions, upgradeConfig } from '../../src/journey/upgrade.ts';
import { validateJourney } from '../../src/journey/validate.ts';

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

  test('says the version of every node type, and keeps one that was said', () => {
    expect(stamped.nodes['rest']?.version).toBe(1);
    expect(stampVersions(stamped, movedOn()).nodes['rest']?.version).toBe(1);
  });

  test('is upgraded when its type has moved on', () => {
    const { version, with: config } = stamped.nodes['rest'] ?? {};
    expect(upgradeConfig(movedOn().get('delay') as AnyNodeType, version, config)).toEqual({ length: '2h' });
  });
});
