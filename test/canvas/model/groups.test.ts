import { describe, expect, it } from 'vitest';
import { groupSteps, moveToGroup, setGroup } from '../../../src/canvas/model/commands/group-steps.ts';
import {
  drawnPlaces,
  foldedAround,
  groupOfAll,
  groupsOf,
  unfolded,
} from '../../../src/canvas/model/groups.ts';
import { findStepBeside } from '../../../src/canvas/model/reading-order.ts';
import { springSale } from './journeys.ts';

const grouped = groupSteps(['text', 'mail'], { id: 'fallbacks', name: 'Fallbacks' })(springSale);
const folded = setGroup('fallbacks', { folded: true })(grouped);
const places = { think: { x: 0, y: 0 }, text: { x: 300, y: 80 }, mail: { x: 260, y: 400 } };

describe('a group', () => {
  it('is meant by all of its steps, not by some of them, nor by more', () => {
    expect(groupOfAll(grouped, ['mail', 'text'])).toMatchObject({ id: 'fallbacks' });
    expect(groupOfAll(grouped, ['text'])).toBeUndefined();
    expect(groupOfAll(grouped, ['text', 'mail', 'done'])).toBeUndefined();
  });

  it('hides its steps while it is folded, and only then', () => {
    expect(foldedAround(folded, 'mail')).toMatchObject({ id: 'fallbacks' });
    expect(foldedAround(folded, 'done')).toBeUndefined();
    expect(foldedAround(grouped, 'mail')).toBeUndefined();
  });

  it('is open where people are watched, the journey being the same otherwise', () => {
    expect(unfolded(folded)).toEqual(grouped);
    expect(unfolded(folded)).toBe(unfolded(folded));
    expect(unfolded(grouped)).toBe(grouped);
  });

  it('that is folded stands once, at the corner of its steps, so that arrow keys come to it', () => {
    const drawn = drawnPlaces(folded, places);
    expect(drawn).toEqual({ think: { x: 0, y: 0 }, text: { x: 260, y: 80 } });
    expect(findStepBeside(drawn, 'think', 'right')).toBe('text');
    expect(findStepBeside(drawn, 'text', 'down')).toBeUndefined();
    expect(drawnPlaces(grouped, places)).toEqual(places);
  });

  it('takes steps in, which leave the one they were in, and lets them go; it ends with the last', () => {
    const ends = groupSteps(['done', 'lost'], { id: 'ends', name: 'Ends' })(grouped);
    const joined = moveToGroup(['text', 'done', 'offer'], 'fallbacks')(ends);
    expect(groupsOf(joined).map(({ id, steps }) => [id, ...steps])).toEqual([
      ['fallbacks', 'text', 'mail', 'done', 'offer'],
      ['ends', 'lost'],
    ]);
    expect(groupsOf(moveToGroup(['lost'])(joined)).map(({ id }) => id)).toEqual(['fallbacks']);
    expect(moveToGroup(['text'], 'fallbacks')(grouped)).toBe(grouped);
    expect(moveToGroup(['offer'])(grouped)).toBe(grouped);
    expect(moveToGroup(['offer'], 'gone')(grouped)).toBe(grouped);
  });
});
