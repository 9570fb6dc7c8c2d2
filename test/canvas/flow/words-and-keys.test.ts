import { describe, expect, it } from 'vitest';
import { nodeTypes } from '../../../activities/nodes/index.ts';
import { chordOf, type Press } from '../../../src/canvas/flow/chord.ts';
import { fullLabel, labelWidth, maxLabelWidth, shortLabel } from '../../../src/canvas/flow/edge-label.ts';
import { worstOf } from '../../../src/canvas/flow/issue-marks.ts';
import { outcomeHandle, outcomeOfHandle } from '../../../src/canvas/flow/outcome-handle.ts';
import { familiesOf } from '../../../src/canvas/flow/type-families.ts';
import { describeNodeType } from '../../../src/journey/describe-node-type.ts';
import { check, fromGallery } from '../model/journeys.ts';

const press = (key: string, code: string, held: Partial<Press> = {}): Press => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('a key press', () => {
  it.each([
    ['Mod+Shift+Z', press('Z', 'KeyZ', { ctrlKey: true, shiftKey: true })],
    ['Mod+Z', press('z', 'KeyZ', { metaKey: true })],
    ['Alt+Shift+ArrowUp', press('ArrowUp', 'ArrowUp', { altKey: true, shiftKey: true })],
    ['1', press('1', 'Digit1')],
    ['1', press('1', 'Numpad1')],
    ['F2', press('F2', 'F2')],
  ])('is %s', (chord, pressed) => {
    expect(chordOf(pressed)).toBe(chord);
  });

  it('is the same letter with a Korean keyboard', () => {
    expect(chordOf(press('ㅣ', 'KeyL'))).toBe('L');
  });

  it('is a symbol, whatever a keyboard needs Shift for', () => {
    expect(chordOf(press('+', 'Equal', { shiftKey: true }))).toBe('+');
    expect(chordOf(press('+', 'NumpadAdd'))).toBe('+');
    expect(chordOf(press('/', 'Digit7', { shiftKey: true }))).toBe('/');
  });
});

describe('what stands on an edge', () => {
  it('is short, and says how much more there is', () => {
    expect(shortLabel(['delivered', 'read', 'replied', 'clicked'], 'en')).toBe('delivered · read +2');
    expect(shortLabel([''], 'en')).toBe('');
  });

  it('is all of it for whoever asks', () => {
    expect(fullLabel(['delivered', 'read'], 'ko')).toBe('전달됨, 읽음');
  });

  it('is cut off in time', () => {
    expect(labelWidth('')).toBe(0);
    expect(labelWidth('가'.repeat(100))).toBe(maxLabelWidth);
    expect(labelWidth('전달됨')).toBeGreaterThan(labelWidth('abc'));
  });
});

describe('handles', () => {
  it('name their outcome', () => {
    expect(outcomeOfHandle(outcomeHandle('limit.user'))).toBe('limit.user');
    expect(outcomeOfHandle('reached')).toBeUndefined();
    expect(outcomeOfHandle(null)).toBeUndefined();
  });
});

describe('step types in the palette', () => {
  it('are all there, once, by what they are for', () => {
    const own = nodeTypes.map((type) => describeNodeType(type, { builtIn: true }));
    const [foreign] = own.map((type) => ({ ...type, type: 'partner.notify', builtIn: false }));
    const families = familiesOf(foreign === undefined ? own : [...own, foreign]);
    expect(
      families
        .flat()
        .map(({ type }) => type)
        .sort(),
    ).toEqual([...own.map(({ type }) => type), 'partner.notify'].sort());
    expect(families[0]?.every(({ type }) => type.startsWith('whatsapp.'))).toBe(true);
    expect(families.at(-1)?.map(({ type }) => type)).toEqual(['partner.notify']);
  });
});

describe('the mark of a step', () => {
  it('is the worst that is said of it', () => {
    const { offer, ...rest } = fromGallery('spring-sale').nodes;
    const broken = { ...fromGallery('spring-sale'), nodes: { offer: { type: 'whatsapp.tempate' }, ...rest } };
    expect(worstOf(check(broken), 'offer')).toBe('error');
    expect(worstOf(check(broken), 'toString')).toBeUndefined();
    expect(worstOf(undefined, 'offer')).toBeUndefined();
  });
});
