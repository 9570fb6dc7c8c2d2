import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../activities/nodes/index.ts';
import { type Definition, definitionSchema } from '../../../src/journey/definition.ts';
import { placePicture } from '../../../src/journey/exchange/layout.ts';
import { type Picture, toPicture } from '../../../src/journey/exchange/picture.ts';
import { toMermaid } from '../../../src/journey/exchange/to-mermaid.ts';
import { toSvg } from '../../../src/journey/exchange/to-svg.ts';
import { hostilePicture } from '../../support/hostile-picture.ts';

const springSale = definitionSchema.parse(JSON.parse(readFileSync('src/gallery/spring-sale.json', 'utf8')));
const draw = (definition: Definition, language: 'en' | 'ko' = 'en'): Picture =>
  toPicture(definition, { catalogue, language });

describe('a picture', () => {
  it('shows where each outcome leads, and what it means', () => {
    const arrows = draw(springSale).arrows.map(({ from, to, outcomes, meaning }) =>
      [from, outcomes.join('|'), meaning, to].join(' '),
    );
    expect(arrows).toEqual([
      '$entry  plain offer',
      'offer delivered reached think',
      'offer experiment|limit fell text',
      'offer undeliverable|silent|unresolved|* fell mail',
      'think received reached done',
      'think timeout fell text',
      'text accepted reached done',
      'text unresolved|* fell mail',
      'mail accepted reached done',
      'mail unresolved|* failed lost',
    ]);
  });

  it('shows exit rules beside the nodes: they lead from everywhere', () => {
    const ruled = { ...springSale, exit: [{ on: { event: 'order.placed' }, as: 'converted' }] };
    const { boxes, arrows } = draw(ruled, 'ko');
    expect(boxes.find(({ id }) => id === '$exit0')).toEqual({
      id: '$exit0',
      kind: 'end',
      title: 'order.placed → converted',
      detail: '종료 규칙 · 어디에 있든',
    });
    expect(arrows).toEqual(draw(springSale, 'ko').arrows);
  });

  it("names nodes as the author does, in the reader's language", () => {
    const named = {
      ...springSale,
      nodes: { ...springSale.nodes, done: { type: 'exit', name: { en: 'Over', ko: '끝' } } },
    };
    const titleOf = (language: 'en' | 'ko') =>
      draw(named, language).boxes.find(({ id }) => id === 'done')?.title;
    expect([titleOf('en'), titleOf('ko')]).toEqual(['Over', '끝']);
  });
});

describe('Mermaid', () => {
  it('writes a flowchart whose labels can not end early', () => {
    const text = toMermaid(hostilePicture);
    const nodeLines = text.split('\n').filter((line) => /^ {2}n_/.test(line));
    for (const line of nodeLines) expect(line.match(/"/g)?.length ?? 0).toBeLessThanOrEqual(2);
    expect(text).not.toMatch(/<script|<img|^ {2}end\b/m);
  });

  it('gives different nodes different ids', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z][a-zA-Z0-9_-]{0,8}$/), { minLength: 2 }), (ids) => {
        const boxes = ids.map((id) => ({ id, kind: 'step' as const, title: 'x', detail: 'y' }));
        const lines = toMermaid({ title: 't', boxes, arrows: [] }).split('\n').slice(4, -1);
        expect(new Set(lines).size).toBe(ids.length);
      }),
    );
  });
});

describe('SVG', () => {
  it('draws every node apart from the others, and every outcome', () => {
    const picture = draw(springSale, 'ko');
    const { boxes, width, height } = placePicture(picture);
    for (const [index, a] of boxes.entries()) {
      expect(a.x - a.width / 2 >= 0 && a.x + a.width / 2 <= width && a.y + a.height / 2 <= height).toBe(true);
      for (const b of boxes.slice(index + 1)) {
        const apart =
          Math.abs(a.x - b.x) >= (a.width + b.width) / 2 || Math.abs(a.y - b.y) >= (a.height + b.height) / 2;
        expect(apart).toBe(true);
      }
    }
    const svg = toSvg(picture);
    for (const word of ['<title>봄 세일</title>', '>delivered<', '>timeout<', '>하루 동안 생각<'])
      expect(svg).toContain(word);
  });

  it('shows what an author wrote and never runs it', () => {
    const svg = toSvg(hostilePicture);
    expect(svg).not.toMatch(/<script|<img|onload="|[^\n\P{Cc}]/u);
    expect(svg.match(/<\/svg>/g)).toHaveLength(1);
  });

  it('comes out the same each time, also with cycles and 200 nodes', () => {
    const nodes = Object.fromEntries(
      Array.from({ length: 200 }, (_, index) => [
        `n${index}`,
        { type: 'delay', with: { for: '1h' }, next: `n${(index * 7 + 1) % 200}` },
      ]),
    );
    const picture = draw({ ...springSale, start: 'n0', nodes });
    expect(toSvg(picture)).toBe(toSvg(picture));
  });
});
