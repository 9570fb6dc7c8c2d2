import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../activities/nodes/index.ts';
import { importFile } from '../../../src/canvas/export/import-file.ts';
import { toText } from '../../../src/canvas/model/json-text.ts';
import { toOutline } from '../../../src/journey/exchange/outline.ts';
import { toXState } from '../../../src/journey/exchange/to-xstate.ts';
import { fromGallery, springSale } from '../model/journeys.ts';

describe('a file that somebody brings', () => {
  it('is a journey as JSON', () => {
    expect(importFile(toText(springSale)).journey).toEqual(springSale);
  });

  it('is a machine that was exported from here', () => {
    const journey = fromGallery('order-help');
    const machine = toXState(journey, toOutline(journey, { catalogue, surroundings: {} }));
    expect(importFile(JSON.stringify(machine)).journey).toEqual(journey);
  });

  it.each([
    ['{ "states": {} }', 'J701'],
    ['{ "id": "x" ', 'J101'],
    ['<svg/>', 'J101'],
    ['[]', 'J203'],
    ['', 'J101'],
  ])('%j is told why not', (text, code) => {
    const { journey, issues = [] } = importFile(text);
    expect(journey).toBeUndefined();
    expect(issues.map((issue) => issue.code)).toContain(code);
    expect(issues[0]?.hint.ko).not.toBe('');
  });
});
