import { describe, expect, it } from 'vitest';
import { catalogue } from '../../activities/nodes/index.ts';
import type { Definition } from '../../src/journey/definition.ts';
import { validateDocument } from '../../src/journey/validate.ts';

const end = { type: 'exit' };
function journey(id: string, called: readonly string[] = [], more: object = {}): Definition {
  const calls = called.map((journey, index) => [
    `call${index}`,
    {
      type: 'journey.run',
      with: { journey, ...more },
      next: index + 1 < called.length ? `call${index + 1}` : 'end',
    },
  ]);
  const start = called.length > 0 ? 'call0' : 'end';
  return { id, name: id, entry: { on: { api: true } }, start, nodes: { ...Object.fromEntries(calls), end } };
}
const codesOf = (root: Definition, others: readonly Definition[]) =>
  validateDocument(root, catalogue, { journeys: new Map(others.map((each) => [each.id, each])) }).issues.map(
    ({ code }) => code,
  );

describe('journeys that call others', () => {
  it('are fine where those exist', () => {
    expect(codesOf(journey('a', ['b', 'b']), [journey('b', ['c']), journey('c')])).toEqual([]);
  });

  it('are told of every one that does not exist, awaited or not', () => {
    expect(codesOf(journey('a', ['b']), [])).toEqual(['J313']);
    expect(codesOf(journey('a', ['b'], { wait: false }), [])).toEqual(['J313']);
  });

  it('must not come back to themselves, by however many others', () => {
    expect(codesOf(journey('a', ['a']), [])).toEqual(['J314']);
    expect(codesOf(journey('a', ['b']), [journey('b', ['c']), journey('c', ['a'])])).toEqual(['J314']);
    expect(codesOf(journey('a', ['b']), [journey('b', ['c']), journey('c', ['b'])])).toEqual(['J314']);
  });

  it('may start themselves again where they do not await it', () => {
    expect(codesOf(journey('a', ['a'], { wait: false }), [])).toEqual([]);
  });

  it('are checked once each, however many ways lead to them', () => {
    const ids = Array.from({ length: 20 }, (_, index) => `leaf${index}`);
    const middle = ids.map((_, index) => journey(`middle${index}`, ids));
    const codes = codesOf(
      journey(
        'a',
        middle.map(({ id }) => id),
      ),
      [...middle, ...ids.map((id) => journey(id))],
    );
    expect(codes).toEqual([]);
  });

  it('have no chart and no issue where nothing is known of other journeys', () => {
    const { issues, chart, hash } = validateDocument(journey('a', ['b']), catalogue);
    expect({ issues, chart }).toEqual({ issues: [], chart: undefined });
    expect(hash).toMatch(/^sha256:/);
  });
});
