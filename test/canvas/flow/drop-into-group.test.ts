import { describe, expect, it } from 'vitest';
import { dropIntoGroups } from '../../../src/canvas/flow/drop-into-group.ts';
import { framesOf } from '../../../src/canvas/flow/frames.ts';
import { groupSteps, setGroup } from '../../../src/canvas/model/commands/group-steps.ts';
import { type Journey, type Point, placeOf } from '../../../src/canvas/model/journey.ts';
import { stepWidth } from '../../../src/canvas/model/layout.ts';
import { springSale } from '../model/journeys.ts';

const height = 100;
const heights = new Map(Object.keys(springSale.nodes).map((id) => [id, height]));
/** `text` stands at 640, 120, `mail` below it, `done` and `lost` right of them. */
const grouped = groupSteps(['text', 'mail'], { id: 'fallbacks', name: 'Fallbacks' })(springSale);
const both = groupSteps(['done', 'lost'], { id: 'ends', name: 'Ends' })(grouped);

function drop(journey: Journey, to: { readonly [id: string]: Point }) {
  const placeFor = (id: string) => placeOf(journey, id) ?? { x: 0, y: 0 };
  const dropped = Object.entries(to).map(([id, at]) => ({ id, ...at, width: stepWidth, height }));
  return dropIntoGroups(dropped, framesOf(journey, { placeFor, heights }));
}

describe('a step that is dropped', () => {
  it('joins the group in whose frame its middle is', () => {
    expect(drop(grouped, { think: { x: 600, y: 220 } })).toEqual([{ group: 'fallbacks', steps: ['think'] }]);
    expect(drop(grouped, { think: { x: 480, y: 220 } })).toEqual([]);
  });

  it('leaves its group once it touches the frame no more', () => {
    expect(drop(grouped, { text: { x: 400, y: 120 } })).toEqual([]);
    expect(drop(grouped, { text: { x: 320, y: 120 } })).toEqual([{ steps: ['text'] }]);
  });

  it('goes straight from one group to another', () => {
    expect(drop(both, { text: { x: 1000, y: 200 } })).toEqual([{ group: 'ends', steps: ['text'] }]);
  });

  it('comes with the others that are selected, each where it lands', () => {
    const to = { think: { x: 640, y: 200 }, offer: { x: 660, y: 240 }, text: { x: 0, y: 900 } };
    expect(drop(grouped, to)).toEqual([
      { group: 'fallbacks', steps: ['think', 'offer'] },
      { steps: ['text'] },
    ]);
  });

  it('stays in a group that is dragged as a whole, over another one too', () => {
    expect(drop(both, { text: { x: 960, y: 60 }, mail: { x: 960, y: 240 } })).toEqual([]);
    expect(drop(both, { text: { x: 0, y: 900 }, mail: { x: 0, y: 1_000 } })).toEqual([]);
  });

  it('joins no group that is folded: nobody would see where it went', () => {
    const folded = setGroup('fallbacks', { folded: true })(grouped);
    expect(drop(folded, { think: { x: 640, y: 120 } })).toEqual([]);
  });
});
