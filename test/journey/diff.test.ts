import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../activities/nodes/index.ts';
import { type Definition, definitionSchema } from '../../src/journey/definition.ts';
import { type DefinitionDiff, diffDefinitions } from '../../src/journey/diff.ts';
import { diffValues } from '../../src/journey/diff-values.ts';

const springSale = readFileSync('src/gallery/spring-sale.json', 'utf8');
const before = definitionSchema.parse(JSON.parse(springSale));

/** The spring sale with a change to its text. */
function changed(...replacements: readonly (readonly [string | RegExp, string])[]): DefinitionDiff {
  const text = replacements.reduce((all, [from, to]) => all.replaceAll(from, to), springSale);
  return diff(definitionSchema.parse(JSON.parse(text)));
}
const diff = (after: Definition) => diffDefinitions(before, after, { catalogue, surroundings: {} });

describe('a diff of definitions', () => {
  it("sees no change in itself, in defaults spelled out, or in a type's version", () => {
    expect(diff(before)).toMatchObject({ same: true, changes: [], remarks: [] });
    const spelled = changed([
      /"type": "sms.send",\s+"with": \{/g,
      '"type": "sms.send", "version": 1, "with": { "category": "marketing",',
    ]);
    expect(spelled).toMatchObject({ same: true, changes: [] });
  });

  it('sees no change in an edge that other edges make needless', () => {
    expect(changed(['"silent": "mail",', '']).changes).toEqual([]);
  });

  it('says which field of a config changed, from what to what', () => {
    expect(changed(['"within": "2h"', '"within": "4h"']).changes).toEqual([
      { kind: 'config-changed', node: 'offer', path: ['within'], before: '2h', after: '4h' },
    ]);
  });

  it('follows a node that got another name, with its edges', () => {
    const { changes, running } = changed(
      ['"text": {\n', '"sms": {\n'],
      ['"text" }', '"sms" }'],
      ['"experiment": "text"', '"experiment": "sms"'],
      ['"limit": "text"', '"limit": "sms"'],
    );
    expect(changes).toEqual([{ kind: 'node-renamed', from: 'text', to: 'sms' }]);
    expect(running.migratable).toContainEqual({ from: 'text', to: 'sms' });
    expect(running.vanished).toEqual([]);
  });

  it('tells edges that came, went and lead elsewhere', () => {
    const { changes } = changed(
      ['"experiment": "text",', '"window": "text",'],
      ['"limit": "text"', '"limit": "mail"'],
    );
    expect(changes).toEqual([
      { kind: 'edge-removed', node: 'offer', outcome: 'experiment', target: 'text' },
      { kind: 'edge-moved', node: 'offer', outcome: 'limit', before: 'text', after: 'mail' },
      { kind: 'edge-added', node: 'offer', outcome: 'window', target: 'text' },
    ]);
  });

  it('tells what is gone for people who wait', () => {
    const { think: _think, ...nodes } = before.nodes;
    const offer = { ...before.nodes['offer'], next: { delivered: 'text', '*': 'mail', unresolved: 'mail' } };
    const { changes, running } = diff({ ...before, nodes: { ...nodes, offer } as Definition['nodes'] });
    expect(changes).toContainEqual({ kind: 'node-removed', node: 'think', type: 'wait.event' });
    expect(running.vanished).toEqual(['think']);
  });

  it('tells a node of another type, and how it ends now', () => {
    const { changes, running } = changed(
      [
        /"type": "wait.event",(\s+"name": \{[^}]*\},)\s+"with": \{[^}]*\}/g,
        '"type": "delay",$1 "with": { "for": "P1D" }',
      ],
      ['"received": "done", "timeout"', '"done"'],
    );
    expect(changes[0]).toEqual({ kind: 'type-changed', node: 'think', before: 'wait.event', after: 'delay' });
    expect(running.reshaped).toEqual(['think']);
    expect(running.outcomes).toEqual([{ node: 'think', added: ['done'], removed: ['received', 'timeout'] }]);
  });

  it('tells entry, exit and policy by their paths, and keeps remarks apart', () => {
    const { changes, remarks } = changed(
      ['>= 30000', '>= 50000'],
      ['"21:00"', '"20:00"'],
      ['"type": "wait.event",', '"type": "wait.event", "note": "a day",'],
    );
    expect(changes.map((change) => 'path' in change && change.path.join('.'))).toEqual([
      'entry.if',
      'policy.quietHours.from',
    ]);
    expect(remarks).toEqual([{ path: ['nodes', 'think', 'note'], after: 'a day' }]);
  });
});

describe('a diff of values', () => {
  it('takes one more item of a list for one change', () => {
    expect(diffValues(['a', 'b', 'c'], ['a', 'x', 'b', 'c'])).toEqual([{ path: [1], after: 'x' }]);
    expect(diffValues(['a', 'x', 'b'], ['a', 'b'])).toEqual([{ path: [1], before: 'x' }]);
  });

  it('is empty for equal values alone, and the same backwards', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), fc.jsonValue({ maxDepth: 3 }), (a, b) => {
        expect(diffValues(a, structuredClone(a))).toEqual([]);
        const sides = diffValues(a, b).map(({ path, ...sides }) => [path, sides]);
        const back = diffValues(b, a).map(({ path, before, after }) => [
          path,
          { before: after, after: before },
        ]);
        expect(new Set(sides.map(([path]) => JSON.stringify(path)))).toEqual(
          new Set(back.map(([path]) => JSON.stringify(path))),
        );
      }),
    );
  });
});
