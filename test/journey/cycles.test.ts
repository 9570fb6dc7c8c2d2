import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCycles } from '../../src/journey/cycles.ts';

const graphs = fc
  .dictionary(fc.constantFrom(...'abcdefgh'), fc.array(fc.constantFrom(...'abcdefghz'), { maxLength: 4 }))
  .map((edges) => new Map(Object.entries(edges)));

/** A graph without cycles can be taken apart from its ends. */
function isAcyclic(targets: ReadonlyMap<string, readonly string[]>): boolean {
  const left = new Map(targets);
  for (let size = -1; size !== left.size; ) {
    size = left.size;
    for (const [node, next] of left) if (!next.some((target) => left.has(target))) left.delete(node);
  }
  return left.size === 0;
}

describe('findCycles', () => {
  it('gives real cycles that have no node in common', () => {
    fc.assert(
      fc.property(graphs, (targets) => {
        const cycles = findCycles(targets);
        for (const cycle of cycles) {
          cycle.forEach((node, index) => {
            expect(targets.get(node)).toContain(cycle[(index + 1) % cycle.length]);
          });
        }
        expect(new Set(cycles.flat()).size).toBe(cycles.flat().length);
      }),
    );
  });

  it('leaves no cycle when the nodes of those it gives are gone', () => {
    fc.assert(
      fc.property(graphs, (targets) => {
        const found = new Set(findCycles(targets).flat());
        expect(isAcyclic(new Map([...targets].filter(([node]) => !found.has(node))))).toBe(true);
      }),
    );
  });

  it('goes through a long path without running out of stack', () => {
    const path = Array.from({ length: 50_000 }, (_, index): [string, string[]] => [
      `n${index}`,
      [`n${index + 1}`],
    ]);
    expect(findCycles(new Map(path))).toEqual([]);
    expect(findCycles(new Map([...path, ['n50000', ['n0']]]))).toHaveLength(1);
  });
});
