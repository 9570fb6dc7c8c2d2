import { json } from '@codemirror/lang-json';
import { ensureSyntaxTree } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { findNearest, findSpan, keysAt, pathAt, stringAt } from '../../../src/canvas/json/places.ts';
import { toText } from '../../../src/canvas/model/json-text.ts';
import { springSale } from '../model/journeys.ts';

function open(doc: string): EditorState {
  const state = EditorState.create({ doc, extensions: [json()] });
  // On a busy machine the tree takes longer than the editor waits for it.
  ensureSyntaxTree(state, doc.length, 10_000);
  return state;
}

/** The text with a bar where the cursor is. */
function at(text: string) {
  const cursor = text.indexOf('|');
  return pathAt(open(text.replace('|', '')), cursor);
}

describe('a place of the text', () => {
  const state = open(toText(springSale));

  it('of a step is its block, with its key', () => {
    const span = findSpan(state, ['nodes', 'mail']);
    const block = state.sliceDoc(span?.from, span?.to);
    expect(block.startsWith('"mail": {')).toBe(true);
    expect(JSON.parse(`{${block}}`)).toEqual({ mail: springSale.nodes['mail'] });
  });

  it('that is missing is the nearest thing above it', () => {
    expect(findSpan(state, ['nodes', 'nobody'])).toBeUndefined();
    expect(findNearest(state, ['nodes', 'nobody', 'with'])).toEqual(findSpan(state, ['nodes']));
  });

  it('knows its keys and its text', () => {
    expect(keysAt(state, ['nodes'])).toEqual(Object.keys(springSale.nodes));
    expect(stringAt(state, ['nodes', 'mail', 'type'])).toBe('email.send');
    expect(stringAt(state, ['nodes', 'mail', 'with'])).toBeUndefined();
  });

  it.each([
    ['{ "nodes": { "a": { "ty|pe": "x" } } }', ['nodes', 'a'], true],
    ['{ "nodes": { "a": { "type": "x|" } } }', ['nodes', 'a', 'type'], false],
    ['{ "nodes": { "a": { "next": { "ok": "b" }, | } } }', ['nodes', 'a'], true],
    ['{ "nodes": { "a": { "next": { |', ['nodes', 'a', 'next'], true],
    ['{ "exit": [ { "as": "x" }, { "as": | } ] }', ['exit', 1, 'as'], false],
    ['{ "exit": [ { "as": "x" }, { | } ] }', ['exit', 1], true],
    ['{ "start": "a|" }', ['start'], false],
    ['{ "start": "a|', ['start'], false],
    ['{ "nodes": { "a": { "type": "x", "ne| } } }', ['nodes', 'a'], true],
    ['{ "nodes": { "a": { "type": "x",\n  "|"\n  "with": {} } } }', ['nodes', 'a'], true],
  ])('%s', (text, path, isKey) => {
    expect(at(text)).toMatchObject({ path, isKey });
  });
});
