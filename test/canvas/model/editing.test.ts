import { describe, expect, it } from 'vitest';
import { addStep, insertOnEdge } from '../../../src/canvas/model/commands/add-step.ts';
import { connect, disconnect, renameOutcome } from '../../../src/canvas/model/commands/connect.ts';
import {
  freshGroupId,
  groupSteps,
  setGroup,
  ungroupSteps,
} from '../../../src/canvas/model/commands/group-steps.ts';
import { nudge, place } from '../../../src/canvas/model/commands/place.ts';
import { removeSteps } from '../../../src/canvas/model/commands/remove-steps.ts';
import { setConfig, setJourney, setStep } from '../../../src/canvas/model/commands/set.ts';
import { always } from '../../../src/canvas/model/edges.ts';
import { groupsOf } from '../../../src/canvas/model/groups.ts';
import { freshId, freshIds } from '../../../src/canvas/model/ids.ts';
import { check, journeyOf, springSale, successesOf } from './journeys.ts';

describe('adding', () => {
  const empty = { ...springSale, nodes: {}, start: 'start' };

  it('makes the first step the start, but never a note', () => {
    const noted = addStep({ id: 'note', type: 'note', annotation: true }, { x: 0, y: 0 })(empty);
    expect(noted.start).toBe('start');
    expect(addStep({ id: 'offer', type: 'sms.send' }, { x: 4, y: 8 })(noted)).toMatchObject({
      start: 'offer',
      nodes: { offer: { type: 'sms.send' } },
      canvas: { offer: { x: 4, y: 8 } },
    });
  });

  it('puts a step into an edge, which then leads on by its success', () => {
    const edge = { source: 'offer', keys: ['experiment', 'limit'], target: 'text' };
    const { nodes } = insertOnEdge(
      edge,
      { id: 'delay', type: 'delay', with: { for: '1h' } },
      { success: 'done' },
    )(springSale);
    expect(nodes['offer']?.next).toMatchObject({ delivered: 'think', experiment: 'delay', limit: 'delay' });
    expect(nodes['delay']).toEqual({ type: 'delay', with: { for: '1h' }, next: { done: 'text' } });
  });

  it('makes room below the new step and moves nothing above it', () => {
    const places = { a: { x: 0, y: 0 }, b: { x: 0, y: 160 }, c: { x: 0, y: 320 }, aside: { x: 352, y: 0 } };
    const journey = journeyOf({
      a: { type: 'x', next: 'b' },
      b: { type: 'x', next: 'c' },
      c: { type: 'x' },
      aside: { type: 'x' },
    });
    const inserted = insertOnEdge(
      { source: 'a', keys: [always], target: 'b' },
      { id: 'new', type: 'x' },
      { success: always, places },
    )(journey);
    expect(inserted.canvas).toEqual({ new: { x: 0, y: 160 }, b: { x: 0, y: 320 }, c: { x: 0, y: 480 } });
    expect(inserted.nodes).toMatchObject({ a: { next: 'new' }, new: { next: 'b' } });
  });

  it('finds ids that tell the type and are free', () => {
    expect(freshId(empty, 'whatsapp.template')).toBe('template');
    expect(freshId(springSale, 'mail')).toBe('mail-2');
    expect(freshId(empty, 'shop.constructor')).toBe('step');
    expect([...freshIds(springSale, ['text', 'mail', 'text-2'])]).toEqual([
      ['text', 'text-3'],
      ['mail', 'mail-2'],
      ['text-2', 'text-2'],
    ]);
  });
});

describe('connecting', () => {
  it('tells one outcome apart and leads all others where they led', () => {
    const journey = {
      ...springSale,
      nodes: { ...springSale.nodes, text: { ...springSale.nodes['text'], type: 'sms.send', next: 'done' } },
    };
    const outline = check(journey).nodes['text'];
    const next = connect({ source: 'text', key: 'undeliverable', target: 'mail' }, outline)(journey).nodes[
      'text'
    ]?.next;
    expect(next).toEqual({ accepted: 'done', unresolved: 'done', '*': 'done', undeliverable: 'mail' });
  });

  it('never makes a single edge of many', () => {
    expect(connect({ source: 'offer', key: always, target: 'done' })(springSale)).toBe(springSale);
  });

  it('takes `next` away with its last edge', () => {
    const { nodes } = disconnect({ source: 'think', keys: ['received', 'timeout'] })(springSale);
    expect(nodes['think']).not.toHaveProperty('next');
  });

  it('follows an outcome to its new word, in its place', () => {
    const { nodes } = renameOutcome('think', 'received', 'bought')(springSale);
    expect(Object.entries(nodes['think']?.next ?? {})).toEqual([
      ['bought', 'done'],
      ['timeout', 'text'],
    ]);
    expect(renameOutcome('think', 'received', 'timeout')(springSale)).toBe(springSale);
  });
});

describe('settings', () => {
  it('share all that stays', () => {
    const changed = setConfig('offer', ['body', 'name'], 'x')(springSale);
    expect(changed.nodes['offer']?.with).toMatchObject({ template: 'spring_sale', body: { name: 'x' } });
    expect(changed.nodes['think']).toBe(springSale.nodes['think']);
    expect(changed.nodes['offer']?.next).toBe(springSale.nodes['offer']?.next);
  });

  it('take away what is undefined, and what follows in a list moves up', () => {
    const journey = journeyOf({ a: { type: 'x', with: { list: [1, 2, 3] } } });
    expect(setConfig('a', ['list', 1], undefined)(journey).nodes['a']?.with).toEqual({ list: [1, 3] });
    expect(setConfig('a', ['list'], undefined)(journey).nodes['a']).toEqual({ type: 'x' });
  });

  it('that the language has no room for change nothing', () => {
    expect(setStep('offer', { maxVisits: 0 })(springSale)).toBe(springSale);
    expect(setStep('offer', { name: '' })(springSale)).toBe(springSale);
    expect(setJourney(['policy', 'expires'], 'soon')(springSale)).toBe(springSale);
    expect(setJourney(['policy', 'expires'], 'P1D')(springSale).policy?.expires).toBe('P1D');
  });
});

describe('groups', () => {
  it('hold a step once, and go with their last step', () => {
    const one = groupSteps(['offer', 'think', 'nobody'], { id: 'one', name: 'First' })(springSale);
    const two = groupSteps(['think'], { id: 'two', name: 'Second' })(one);
    expect(groupsOf(two)).toEqual([
      { id: 'one', name: 'First', steps: ['offer'] },
      { id: 'two', name: 'Second', steps: ['think'] },
    ]);
    const rest = removeSteps(['think'], successesOf)(two);
    expect(groupsOf(rest).map(({ id }) => id)).toEqual(['one']);
    expect(ungroupSteps('one')(rest).canvas).not.toHaveProperty('$groups');
  });

  it('are folded, named and numbered', () => {
    const one = groupSteps(['offer'], { id: freshGroupId(springSale), name: 'First' })(springSale);
    expect(groupsOf(setGroup('group-1', { name: '처음', folded: true })(one))).toEqual([
      { id: 'group-1', name: '처음', steps: ['offer'], folded: true },
    ]);
    expect(freshGroupId(one)).toBe('group-2');
  });
});

describe('places', () => {
  it('of steps that the layout has put somewhere are nudged from there', () => {
    const bare = journeyOf({ a: { type: 'x' }, b: { type: 'x' } });
    expect(nudge(['a', 'b'], { x: 4, y: 0 }, { a: { x: 10, y: 20 } })(bare).canvas).toEqual({
      a: { x: 14, y: 20 },
    });
  });

  it('leave notes that others keep beside them', () => {
    const noted = journeyOf({ a: { type: 'x' } }, { canvas: { a: { x: 0, y: 0, colour: 'red' } } });
    expect(place([['a', { x: 4, y: 4 }]])(noted).canvas).toEqual({ a: { x: 4, y: 4, colour: 'red' } });
  });
});
