import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../activities/nodes/index.ts';
import { drawJourney } from '../../../src/canvas/export/draw-journey.ts';
import { type Colours, pictureToSvg } from '../../../src/canvas/export/picture-to-svg.ts';
import { setJourney, setStep } from '../../../src/canvas/model/commands/set.ts';
import type { Journey } from '../../../src/canvas/model/journey.ts';
import { toPoint } from '../../../src/canvas/model/journey.ts';
import type { CheckAnswer } from '../../../src/journey/check-answer.ts';
import { outlineNodes } from '../../../src/journey/outline-nodes.ts';
import { answers, fromGallery, galleryIds, springSale } from '../model/journeys.ts';

const tokens = readFileSync('src/canvas/look/tokens.css', 'utf8');
const colours = Object.fromEntries(
  [...tokens.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
) as unknown as Colours;

/** A picture needs no proofs. */
function outlined(journey: Journey): CheckAnswer {
  return {
    issues: [],
    omitted: { errors: 0, warnings: 0 },
    analysis: null,
    hash: null,
    nodes: outlineNodes(journey, catalogue),
  };
}

/** In a column, where the author has put nothing. */
function toSvg(journey: Journey): string {
  const ids = Object.keys(journey.nodes);
  const places = Object.fromEntries(
    ids.map((id, index) => [id, toPoint(journey.canvas?.[id]) ?? { x: 0, y: index * 220 }]),
  );
  const picture = drawJourney(journey, {
    places,
    check: outlined(journey),
    nodeTypes: answers,
    language: 'ko',
  });
  return pictureToSvg(picture, colours).text;
}

/** Elements and attributes that can't do anything but be seen. */
const allowed: { readonly [element: string]: readonly string[] } = {
  svg: ['xmlns', 'width', 'height', 'viewBox', 'role', 'font-family', 'font-size'],
  title: [],
  g: ['transform'],
  rect: ['x', 'y', 'width', 'height', 'rx', 'fill', 'stroke', 'stroke-dasharray'],
  path: ['d', 'transform', 'fill', 'stroke', 'stroke-width', 'stroke-dasharray'],
  text: ['x', 'y', 'fill', 'font-size', 'font-weight', 'text-anchor'],
};
/** No XML can have them. */
const unseen = ['\u0000', '\u0007', '\ud800'];
const safeValue = /^[\w #.,:;()+\-/%]*$/;

interface Element {
  readonly name: string;
  readonly attributes: readonly (readonly [string, string])[];
}

/** A strict reader of XML: anything but elements, attributes and escaped text fails. */
function readXml(text: string): { readonly elements: readonly Element[]; readonly texts: readonly string[] } {
  const elements: Element[] = [];
  const texts: string[] = [];
  const open: string[] = [];
  const piece = /<(\/)?([a-z]+)((?:\s[a-zA-Z:-]+="[^"<]*")*)(\/)?>|([^<]+)/gy;
  while (piece.lastIndex < text.length) {
    const start = piece.lastIndex;
    const found = piece.exec(text);
    if (found === null) throw new SyntaxError(`no XML at ${text.slice(start, start + 80)}`);
    const [, isEnd, name = '', attributes = '', isEmpty, words] = found;
    if (words !== undefined) texts.push(unescapeXml(words));
    else if (isEnd !== undefined) expect(open.pop()).toBe(name);
    else {
      elements.push({
        name,
        attributes: [...attributes.matchAll(/([a-zA-Z:-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
          key,
          value,
        ]),
      });
      if (isEmpty === undefined) open.push(name);
    }
  }
  expect(open).toEqual([]);
  return { elements, texts };
}

function unescapeXml(words: string): string {
  expect(words.replace(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toMatch(/[&<>]/);
  const signs: { readonly [entity: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return words.replace(/&([a-z#0-9]+);/g, (_all, entity: string) => signs[entity] ?? '?');
}

function expectClean(svg: string): ReturnType<typeof readXml> {
  const read = readXml(svg);
  for (const { name, attributes } of read.elements) {
    expect(Object.keys(allowed)).toContain(name);
    for (const [key, value] of attributes) {
      expect(allowed[name]).toContain(key);
      if (key !== 'xmlns') expect(value).toMatch(safeValue);
      expect(value).not.toMatch(/url|NaN|undefined|Infinity/);
    }
  }
  return read;
}

describe('a journey as SVG', () => {
  it.each(galleryIds)('%s is shapes and text alone', (id) => {
    const { texts } = expectClean(toSvg(fromGallery(id)));
    expect(texts.length).toBeGreaterThan(Object.keys(fromGallery(id).nodes).length);
  });

  it('shows the names of steps and outcomes', () => {
    const { texts } = expectClean(toSvg(setStep('offer', { name: '봄 세일 안내' })(springSale)));
    expect(texts).toEqual(expect.arrayContaining(['봄 세일 안내', '전달됨']));
  });

  it.each([
    '<script>alert(1)</script>',
    '"><image href="javascript:alert(1)"/>',
    "' onload='alert(1)",
    ']]><script>1</script>',
    '&lt;script&gt; &#x3c;',
    '<!-- --><?xml?><!DOCTYPE x>',
    'javascript:alert(1)',
    '🎉🇰🇷 세일',
    '\u202etfel ot thgir مرحبا',
    'nul\u0000 bell\u0007 half \ud800',
  ])('shows a name as it is: %j', (name) => {
    const journey = [
      setStep('offer', { name }),
      setStep('mail', { note: name }),
      setJourney(['name'], name),
    ].reduce((before, command) => command(before), springSale);
    const { texts } = expectClean(toSvg(journey));
    const shown = unseen.reduce((rest, sign) => rest.replaceAll(sign, ''), name).slice(0, 12);
    expect(texts.filter((text) => text.startsWith(shown)).length).toBeGreaterThan(1);
  });

  it('shows groups and notes, also folded ones', () => {
    const journey: Journey = {
      ...springSale,
      nodes: { ...springSale.nodes, hint: { type: 'note', with: { text: 'Ask <b>Mina</b>' } } },
      canvas: {
        ...springSale.canvas,
        hint: { x: 0, y: 500 },
        $groups: { g: { name: 'Fallbacks', steps: ['text', 'mail'], folded: true } },
      },
    };
    const { texts } = expectClean(toSvg(journey));
    expect(texts).toEqual(
      expect.arrayContaining(['Fallbacks', 'Ask <b>Mina</b>', '문자로 알림', '메일로 알림']),
    );
  });

  it('holds a journey without steps', () => {
    expectClean(toSvg({ ...springSale, nodes: {} as Journey['nodes'], canvas: {} }));
  });
});
