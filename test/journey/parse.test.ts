import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../activities/nodes/index.ts';
import { depthLimit, parse, sourceLimitBytes } from '../../src/journey/parse.ts';
import { validateJourney } from '../../src/journey/validate.ts';

const codesOf = (source: string | Uint8Array) => parse(source).issues.map(({ code }) => code);

describe('parse', () => {
  it('accepts comments, trailing commas and a byte order mark', () => {
    const bytes = new TextEncoder().encode('\ufeff{ "a": 1, /* b */ // c\n "d": [2,], }');
    expect(parse(bytes)).toMatchObject({ document: { a: 1, d: [2] }, issues: [] });
  });

  it('says one thing of one place: what the parser says next there follows from it', () => {
    expect(parse('{ "id": "x",').issues.map(({ facts }) => facts)).toEqual([
      { problem: 'PropertyNameExpected' },
    ]);
  });

  it('finds what is missing at the end behind the last character, not on the empty line after it', () => {
    const [issue] = parse('{\n  "id": "x",\n\n').issues;
    expect(issue?.range).toMatchObject({ line: 2, column: 13 });
  });

  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const text = JSON.stringify(value, null, 2);
        const { document, issues } = parse(text);
        fc.pre(!issues.some(({ code }) => code === 'J105'));
        expect(issues).toEqual([]);
        expect(document).toEqual(JSON.parse(text));
      }),
    );
  });

  it.each(['__proto__', 'constructor', 'prototype'])(
    'refuses the key %s and leaves no trace of it',
    (key) => {
      const { document, issues } = parse(`{ "nodes": { "${key}": { "polluted": true } } }`);
      expect(issues.map(({ code }) => code)).toEqual(['J105']);
      expect(document).toEqual({ nodes: {} });
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    },
  );

  it('finds keys that are there twice, at every depth', () => {
    expect(codesOf('{ "a": { "b": 1, "c": [{ "d": 1, "d": 2 }], "b": 2 } }')).toEqual(['J104', 'J104']);
  });

  it('finds the second of two keys wherever quotes, colons and backslashes stand', () => {
    const keys = fc.stringMatching(/^[":\\ a]{0,4}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(keys, keys), { minLength: 1, maxLength: 4 }), (members) => {
        const text = `{${members.map((pair) => pair.map((part) => JSON.stringify(part)).join(' : '))}}`;
        const repeated = members.length - new Set(members.map(([key]) => key)).size;
        expect(codesOf(text)).toEqual(Array(repeated).fill('J104'));
      }),
    );
  });

  it('refuses more than the size limit without reading it', () => {
    expect(codesOf(`"${'a'.repeat(sourceLimitBytes)}"`)).toEqual(['J102']);
    expect(codesOf(new Uint8Array(10_000_000))).toEqual(['J102']);
    expect(codesOf(`"${'가'.repeat(sourceLimitBytes / 3)}"`)).toEqual(['J102']);
  });

  it('refuses brackets that are nested too deep, but counts none inside texts and comments', () => {
    expect(codesOf('['.repeat(10_000))).toEqual(['J103']);
    expect(codesOf('{"a":'.repeat(10_000))).toEqual(['J103']);
    expect(codesOf(`{ "a": "${'['.repeat(1_000)}" /* ${'{'.repeat(1_000)} */ }`)).toEqual([]);
    expect(codesOf('['.repeat(depthLimit) + ']'.repeat(depthLimit))).toEqual([]);
  });

  it('says which byte is not UTF-8', () => {
    const bytes = Uint8Array.from([...new TextEncoder().encode('{ "a": "가'), 0xff, 0x22, 0x7d]);
    expect(parse(bytes).issues).toMatchObject([{ code: 'J106', facts: { byte: 11 } }]);
  });

  it('places what lies behind escapes inside a text', () => {
    const { locate } = parse('{ "a": "\\"\\u0041b c" }');
    expect(locate(['a'], { span: { offset: 3, length: 1 } })).toMatchObject({
      line: 1,
      column: 18,
      endColumn: 19,
    });
  });

  it('never throws, whatever the input', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"',
      '\\',
      '//',
      '/*',
      '*/',
      '\n',
      'nodes',
      '1',
      '가',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece).map((parts) => parts.join('')),
        ),
        (text) => {
          expect(validateJourney(text, catalogue).issues.length).toBeGreaterThan(0);
        },
      ),
    );
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(validateJourney(bytes, catalogue).issues.length).toBeGreaterThan(0);
      }),
    );
  });
});

it('the places of very many findings in one object are found without searching it for each', () => {
  const names = Array.from({ length: 40_000 }, (_, index) => `k${index}`);
  const text = `{\n${names.map((name) => `"${name}": 1`).join(',\n')}\n}`;
  const { locate } = parse(text);
  const started = performance.now();
  const lines = names.map((name) => locate([name]).line);
  // A search for each takes some 800 million steps.
  expect(performance.now() - started).toBeLessThan(3_000);
  expect(lines).toEqual(names.map((_name, index) => index + 2));
});
