import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setConfig } from '../../../src/canvas/model/commands/set.ts';
import { fromText, toText } from '../../../src/canvas/model/json-text.ts';
import { fromGallery, galleryIds, journeyArbitrary, springSale } from './journeys.ts';

describe('a journey as text', () => {
  it('comes back as the same journey', () => {
    fc.assert(
      fc.property(journeyArbitrary, (journey) => {
        const text = toText(journey);
        const { journey: read } = fromText(text);
        expect(read).toEqual(journey);
        expect(read && toText(read)).toBe(text);
      }),
    );
  });

  it.each(galleryIds)('%s stays as it is', (id) => {
    expect(fromText(toText(fromGallery(id))).journey).toEqual(fromGallery(id));
  });

  it('is the very same object where nothing changed, and shares what stays where something did', () => {
    expect(fromText(toText(springSale), springSale).journey).toBe(springSale);
    const changed = setConfig('offer', ['within'], '4h')(springSale);
    const { journey } = fromText(toText(changed), springSale);
    expect(journey?.nodes['offer']?.with).toMatchObject({ within: '4h' });
    expect(journey?.nodes['mail']).toBe(springSale.nodes['mail']);
    expect(journey?.entry).toBe(springSale.entry);
  });

  it('keeps the order in which edges are written', () => {
    const { offer } = springSale.nodes;
    const next = Object.fromEntries(Object.entries(offer?.next ?? {}).reverse());
    const reordered = {
      ...springSale,
      nodes: { ...springSale.nodes, offer: { type: 'whatsapp.template', ...offer, next } },
    };
    const { journey } = fromText(toText(reordered), springSale);
    expect(Object.keys(journey?.nodes['offer']?.next ?? {})).toEqual(Object.keys(next));
  });

  it.each([
    ['{ "id": "x", ', 'J101'],
    ['[]', 'J203'],
    ['null', 'J203'],
    ['{}', 'J202'],
    ['{ "language": 99 }', 'J207'],
    [toText(springSale).replace('"21:00"', '"noon"'), 'J204'],
    [toText(springSale).replace('"name"', '"id"'), 'J104'],
  ])('that is no journey says why and where: %#', (text, code) => {
    const { journey, issues } = fromText(text, springSale);
    expect(journey).toBeUndefined();
    expect(issues?.map((issue) => issue.code)).toContain(code);
    expect(issues?.every(({ range, text: { ko } }) => range !== null && ko !== '')).toBe(true);
  });

  it('never throws, whatever stands in the editor', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void fromText(text, springSale)));
  });
});
