import { describe, expect, it } from 'vitest';
import { framesOf, standInOf } from '../../../src/canvas/flow/frames.ts';
import { freePlace } from '../../../src/canvas/flow/free-place.ts';
import { linePath } from '../../../src/canvas/flow/line-path.ts';
import { type Port, portOf } from '../../../src/canvas/flow/ports.ts';
import { entryId, toFlow } from '../../../src/canvas/flow/to-flow.ts';
import { groupSteps, setGroup } from '../../../src/canvas/model/commands/group-steps.ts';
import { setStep } from '../../../src/canvas/model/commands/set.ts';
import { fromGallery } from '../model/journeys.ts';
import { draw, height } from './drawings.ts';

const journey = fromGallery('spring-sale');
const grouped = groupSteps(['text', 'mail'], { id: 'fallbacks', name: 'Fallbacks' })(journey);
const folded = setGroup('fallbacks', { folded: true })(grouped);

describe('a drawing', () => {
  it('has every step, and the entry above the first', () => {
    const { nodes } = draw(journey);
    expect(nodes.map(({ id }) => id)).toEqual([entryId, ...Object.keys(journey.nodes)]);
    const [entry, first] = nodes;
    expect(entry?.position.x).toBe(first?.position.x);
    expect(entry?.position.y).toBeLessThan(first?.position.y ?? 0);
  });

  it('has the entry beside a step that stands where it would', () => {
    const canvas = { offer: { x: 0, y: 0 }, think: { x: 0, y: 180 } };
    const [free] = draw({ ...journey, canvas }).nodes;
    const [beside] = draw({ ...journey, canvas, start: 'think' }).nodes;
    expect(free?.position.x).toBe(0);
    expect(beside?.position).toEqual({ x: -268, y: 180 - 64 - 52 });
  });

  it('keeps the objects of what did not change', () => {
    const before = draw(journey);
    const renamed = setStep('text', { name: 'Text' })(journey);
    const after = toFlow(renamed, { ...before, before });
    const changed = after.nodes.filter((node, index) => node !== before.nodes[index]);
    expect(changed.map(({ id }) => id)).toEqual(['text']);
    expect(after.edges.every((edge, index) => edge === before.edges[index])).toBe(true);
  });

  it('keeps all steps when the checker has its say: only edges that mean something else are new', () => {
    const before = draw(journey);
    const unchecked = toFlow(journey, { ...before, check: undefined, before });
    expect(unchecked.nodes).toBe(before.nodes);
    const fresh = unchecked.edges.filter((edge) => !before.edges.includes(edge));
    expect(fresh.length).toBeGreaterThan(0);
    expect(fresh.every(({ id }) => journey.nodes[id.split('→')[0] ?? '']?.next !== undefined)).toBe(true);
  });

  it('takes steps that were never drawn to be as large as most, with ports where edges end', () => {
    const { placed, check } = draw(journey);
    const unseen = { check, placed, heights: new Map(), before: undefined, isTypical: true };
    const steps = toFlow(journey, unseen).nodes.filter(({ type }) => type === 'step');
    expect(steps).toHaveLength(Object.keys(journey.nodes).length);
    for (const { measured, handles = [] } of steps) {
      const box = { x: 0, y: 0, width: measured?.width ?? 0, height: measured?.height ?? 0 };
      expect(handles.map(({ id }) => id)).toEqual(['in', 'reached', 'fell', 'failed']);
      for (const { id, x, y } of handles) {
        const end = portOf(box, id as Port);
        expect(Math.hypot(x - end.x, y - end.y)).toBeLessThan(2);
      }
    }
  });

  it('draws no edge to a step that is not there', () => {
    const dangling = { ...journey, nodes: { offer: { type: 'delay', next: 'nowhere' } }, start: 'offer' };
    expect(draw(dangling).edges.map(({ id }) => id)).toEqual([entryId]);
  });

  it('is empty without steps', () => {
    expect(draw({ ...journey, nodes: {} })).toMatchObject({ nodes: [], edges: [] });
  });
});

describe('a group', () => {
  it('frames its steps', () => {
    const { placed, heights } = draw(grouped);
    const placeFor = (id: string) => placed[id] ?? { x: 0, y: 0 };
    const [frame] = framesOf(grouped, { placeFor, heights });
    for (const id of ['text', 'mail']) {
      expect(frame?.x).toBeLessThan(placeFor(id).x);
      expect((frame?.y ?? 0) + (frame?.height ?? 0)).toBeGreaterThan(placeFor(id).y + height);
    }
  });

  it('that is folded stands for its steps: edges from outside lead to it, those within are gone', () => {
    const { nodes, edges } = draw(folded);
    expect(nodes.map(({ id }) => id)).not.toContain('text');
    expect(edges.find(({ id }) => id === 'think→text!')).toMatchObject({ target: '@group:fallbacks' });
    expect(edges.map(({ id }) => id)).not.toContain('text→mail!');
  });

  it('that is open stands for nothing', () => {
    const placeFor = () => ({ x: 0, y: 0 });
    expect(standInOf(framesOf(grouped, { placeFor, heights: new Map() }))('text')).toBe('text');
  });
});

describe('a free place', () => {
  it('is the point itself where nothing stands, on the grid', () => {
    expect(freePlace({ x: 13, y: 9 }, {}, new Map())).toEqual({ x: 12, y: 8 });
  });

  it('is below all that stands there', () => {
    const places = { a: { x: 0, y: 0 }, b: { x: 40, y: 150 } };
    const { y } = freePlace(
      { x: 0, y: 0 },
      places,
      new Map([
        ['a', 100],
        ['b', 100],
      ]),
    );
    expect(y).toBeGreaterThanOrEqual(250);
  });
});

describe('a line', () => {
  it('has round corners', () => {
    expect(
      linePath([
        { x: 0, y: 0 },
        { x: 0, y: 100 },
        { x: 100, y: 100 },
      ]),
    ).toBe('M0 0L0 86Q0 100 14 100L100 100');
  });

  it('has smaller corners where there is little room', () => {
    expect(
      linePath([
        { x: 0, y: 0 },
        { x: 0, y: 8 },
        { x: 100, y: 8 },
      ]),
    ).toBe('M0 0L0 4Q0 8 4 8L100 8');
  });
});
