import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut, fromClip, toClip } from '../../../src/canvas/model/clipboard.ts';
import { duplicateSteps, pasteSteps } from '../../../src/canvas/model/commands/paste-steps.ts';
import { freshIds } from '../../../src/canvas/model/ids.ts';
import type { Journey } from '../../../src/canvas/model/journey.ts';
import { definitionSchema } from '../../../src/journey/definition.ts';
import { idArbitrary, journeyArbitrary, journeyOf, referencesOf, springSale } from './journeys.ts';

const empty: Journey = { ...springSale, nodes: {}, start: 'start', canvas: {} };

function paste(text: string, journey: Journey, point = { x: 0, y: 0 }): Journey {
  const clip = fromClip(text);
  return clip === undefined ? journey : pasteSteps(clip, point)(journey);
}

describe('the clipboard', () => {
  it('holds steps, the edges between them and their places as JSON that a person can read', () => {
    const text = toClip(springSale, ['think', 'done']);
    expect(JSON.parse(text)).toEqual({
      nodes: {
        think: { ...springSale.nodes['think'], next: { received: 'done' } },
        done: springSale.nodes['done'],
      },
      canvas: { think: springSale.canvas?.['think'], done: springSale.canvas?.['done'] },
    });
  });

  it('gives the same text again after a paste', () => {
    fc.assert(
      fc.property(journeyArbitrary, fc.uniqueArray(idArbitrary), (journey, ids) => {
        const first = toClip(journey, ids);
        const once = paste(first, empty);
        const second = toClip(once, Object.keys(once.nodes));
        const twice = paste(second, empty);
        expect(toClip(twice, Object.keys(twice.nodes))).toBe(second);
        expect(JSON.parse(second).nodes).toEqual(JSON.parse(first).nodes);
      }),
    );
  });

  it('never hides a step: a second copy stands beside the first', () => {
    const text = toClip(springSale, ['think', 'done']);
    const once = paste(text, empty, { x: 40, y: 80 });
    const twice = paste(text, once, { x: 40, y: 80 });
    expect(twice.canvas).toMatchObject({
      think: { x: 40, y: 80 },
      done: { x: 680, y: 140 },
      'think-2': { x: 72, y: 112 },
      'done-2': { x: 712, y: 172 },
    });
    const places = Object.values(paste(text, twice, { x: 40, y: 80 }).canvas ?? {});
    expect(new Set(places.map((place) => JSON.stringify(place))).size).toBe(6);
  });

  it('puts steps that were written elsewhere below one another, at the point', () => {
    const { canvas } = paste('{"nodes":{"a":{"type":"delay"},"b":{"type":"exit"}}}', empty, { x: 8, y: 16 });
    expect(canvas).toEqual({ a: { x: 8, y: 16 }, b: { x: 8, y: 176 } });
  });

  it('takes a whole journey, with comments, from another editor', () => {
    const { nodes } = paste(`// from the wiki\n${JSON.stringify(springSale)}`, empty);
    expect(nodes).toEqual(springSale.nodes);
  });

  it.each([
    '',
    'hello',
    '{}',
    '[]',
    'null',
    '{"nodes":{}}',
    '{"nodes":{"A b":{"type":"x"}}}',
    '{"nodes":{"a":{"kind":1}}}',
    '{"nodes":{"constructor":{"type":"x"}}}',
  ])('holds no steps where the text is %s', (text) => expect(fromClip(text)).toBeUndefined());

  it('never throws, whatever was copied', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void fromClip(text)));
  });
});

describe('pasting', () => {
  it('renames what is taken, with the edges among the copies', () => {
    const pasted = paste(toClip(springSale, ['text', 'mail']), springSale, { x: 1_000, y: 500 });
    expect(Object.keys(pasted.nodes)).toEqual([...Object.keys(springSale.nodes), 'text-2', 'mail-2']);
    expect(pasted.nodes['text-2']?.next).toEqual({ unresolved: 'mail-2', '*': 'mail-2' });
    expect(pasted.canvas).toMatchObject({ 'text-2': { x: 1_000, y: 500 }, 'mail-2': { x: 1_000, y: 680 } });
  });

  it('starts an empty journey with its first step', () => {
    expect(paste(toClip(springSale, ['text', 'mail']), empty).start).toBe('text');
  });

  it('is always a journey again', () => {
    fc.assert(
      fc.property(journeyArbitrary, journeyArbitrary, (from, to) => {
        const pasted = paste(toClip(from, Object.keys(from.nodes)), to);
        expect(definitionSchema.safeParse(pasted).success).toBe(true);
        expect(Object.keys(pasted.nodes)).toHaveLength(
          Object.keys(from.nodes).length + Object.keys(to.nodes).length,
        );
      }),
    );
  });
});

describe('duplicating', () => {
  it('leads copies to copies, in edges, quotes and conditions', () => {
    const journey = journeyOf({
      ask: {
        type: 'whatsapp.template',
        with: { template: 'ask', language: 'ko' },
        next: { delivered: 'answer', '*': 'end' },
      },
      answer: {
        type: 'whatsapp.wait-reply',
        with: { to: 'ask', other: true, within: '1h' },
        next: { other: 'end', timeout: 'ask' },
      },
      end: { type: 'exit', with: { as: 'done' } },
    });
    const ids = freshIds(journey, ['ask', 'answer']);
    const copied = duplicateSteps(ids, { x: 20, y: 20 }, { referencesOf })(journey);
    expect(copied.nodes['answer-2']).toMatchObject({ with: { to: 'ask-2' }, next: { timeout: 'ask-2' } });
    expect(copied.nodes['answer-2']?.next).not.toHaveProperty('other');
    expect(cut(copied, ['ask', 'answer', 'end']).nodes).toEqual(journey.nodes);
  });
});
