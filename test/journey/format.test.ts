import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatJourney } from '../../src/journey/format.ts';
import { parse } from '../../src/journey/parse.ts';

function format(text: string): string {
  const formatting = formatJourney(text);
  if (!formatting.ok) throw new TypeError(`refused: ${formatting.issues.map(({ code }) => code).join()}`);
  return formatting.text;
}

describe('formatting', () => {
  it('puts fields into the order of the language and nodes in that of the author', () => {
    const text =
      format(`{"nodes": {"b": {"next": "a", "with": {"for": "1h"}, "type": "delay"}, "a": {"type": "exit"}},
      "start": "b", "entry": {"if": "true", "on": {"event": "x"}}, "name": "Test", "id": "test"}`);
    expect(text).toBe(`{
  "id": "test",
  "name": "Test",
  "entry": { "on": { "event": "x" }, "if": "true" },
  "start": "b",
  "nodes": {
    "b": { "type": "delay", "with": { "for": "1h" }, "next": "a" },
    "a": { "type": "exit" }
  }
}
`);
  });

  it('keeps comments with what they speak of', () => {
    const text = format(`// the file
{ // the journey
  "nodes": {
      /* first
       * node */
      "a": { "type": "exit" }, // ends

      // second
      "b": { "type" /* kind */: "exit", },
      // none follows
  },
  "id": "test" } // over
// and out`);
    expect(text).toBe(`// the file
{
  "id": "test",
  // the journey
  "nodes": {
    /* first
     * node */
    "a": { "type": "exit" }, // ends

    // second
    "b": {
      /* kind */
      "type": "exit"
    }
    // none follows
  }
} // over
// and out
`);
  });

  it('breaks what is longer than a line, Korean letters counted double', () => {
    const name = '가'.repeat(40);
    expect(format(`{"a": ["${name}", "b"]}`)).toBe(`{\n  "a": ["${name}", "b"]\n}\n`);
    expect(format(`{"a": ["${name}", "${'b'.repeat(30)}"]}`).split('\n')).toHaveLength(7);
  });

  it.each(
    readdirSync('src/gallery').filter((name) => /^[^.]+\.json$/.test(name) && name !== 'templates.json'),
  )('changes nothing in gallery/%s', (name) => {
    const text = readFileSync(`src/gallery/${name}`, 'utf8');
    expect(format(text)).toBe(text);
  });

  it.each([
    ['broken', '{ "id": }', 'J101'],
    ['twice', '{ "id": 1, "id": 2 }', 'J104'],
    ['empty', '', 'J101'],
  ])('refuses what is %s', (_what, text, code) => {
    const formatting = formatJourney(text);
    expect(formatting).toMatchObject({ ok: false, issues: [{ code }] });
  });
});

/** JSON text with comments, empty lines and trailing commas in every place where they may stand. */
const gap = fc.array(
  fc.constantFrom(
    ' ',
    '\n',
    '\r\n',
    '\n\n\n',
    '\t',
    '/* a */',
    '/* b\n  c */',
    '/*\n * d\n */',
    '// e\n',
    '// "f": {\r\n',
  ),
  { maxLength: 3 },
);
const key = fc.constantFrom('id', 'nodes', 'next', 'type', 'with', 'entry', 'on', 'if', 'a', '*', '봄');
const { value } = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('1', '-0.50e2', 'true', 'null', '"\\u0041 // x"', '"/* y */"', `"${'long '.repeat(20)}"`),
    fc
      .tuple(
        fc.uniqueArray(fc.tuple(key, tie('value')), { selector: ([name]) => name, maxLength: 4 }),
        fc.infiniteStream(gap),
      )
      .map(([members, gaps]) => {
        const space = () => gaps.next().value?.join('') ?? '';
        return `{${members.map(([name, inner]) => `${space()}"${name}"${space()}:${space()}${inner}${space()}`).join(',')}${space()}}`;
      }),
    fc.tuple(fc.array(tie('value'), { maxLength: 4 }), gap, gap).map(([items, before, after]) => {
      const inner = items.map((item) => `${before.join('')}${item}${after.join('')}`).join(',');
      return `[${inner}${items.length > 0 ? ',' : ''}${after.join('')}]`;
    }),
  ),
}));
const documents = fc
  .tuple(gap, value, gap)
  .map(([before, text, after]) => before.join('') + text + after.join(''));
const commentsIn = (text: string) =>
  (text.match(/"(?:[^"\\]|\\.)*"|\/\/[^\r\n]*|\/\*[\s\S]*?\*\//g) ?? [])
    .filter((token) => token.startsWith('/'))
    .map((comment) => comment.replace(/\s+/g, ' ').trim())
    .sort();

describe('formatting, whatever the document', () => {
  it('keeps the meaning and every comment', () => {
    fc.assert(
      fc.property(documents, (text) => {
        const formatted = format(text);
        expect(parse(formatted).document).toEqual(parse(text).document);
        expect(commentsIn(formatted)).toEqual(commentsIn(text));
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(documents, (text) => {
        const formatted = format(text);
        expect(format(formatted)).toBe(formatted);
      }),
    );
  });
});
