// How the editor looks: the tokens of the look, and no colour that means something elsewhere.

import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { cspNonce } from '../ui/csp-nonce.ts';
import { suggestionLook } from '../ui/suggestion-look.ts';

const words = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--ink)', fontWeight: '600' },
  { tag: tags.string, color: 'var(--ink-2)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--focus)' },
  { tag: [tags.separator, tags.brace, tags.squareBracket], color: 'var(--ink-3)' },
]);

const look = EditorView.theme({
  '&': {
    height: '100%',
    color: 'var(--ink)',
    backgroundColor: 'var(--panel)',
    font: 'var(--t-s) var(--mono)',
  },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '20px', overflow: 'auto' },
  '.cm-content': { padding: '8px 0', caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--focus) 24%, transparent)',
  },
  '.cm-gutters': { border: 'none', color: 'var(--ink-3)', backgroundColor: 'var(--panel)' },
  '.cm-activeLine, .cm-activeLineGutter': {
    backgroundColor: 'color-mix(in srgb, var(--ink) 4%, transparent)',
  },
  '.cm-step': {
    boxShadow: 'inset 2px 0 0 var(--focus)',
    backgroundColor: 'color-mix(in srgb, var(--focus) 6%, transparent)',
  },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--line)',
    color: 'inherit',
  },
  '.cm-nonmatchingBracket, &.cm-focused .cm-nonmatchingBracket': {
    backgroundColor: 'var(--failed-bg)',
    color: 'inherit',
  },
  '.cm-searchMatch': { backgroundColor: 'var(--waiting-bg)', outline: '1px solid var(--waiting)' },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--fell-bg)' },
  '.cm-foldPlaceholder': {
    border: '1px solid var(--line-strong)',
    color: 'var(--ink-2)',
    backgroundColor: 'var(--bg)',
  },
  '.cm-panels': { color: 'var(--ink)', backgroundColor: 'var(--bg)', font: 'var(--t-s) var(--font)' },
  '.cm-panels.cm-panels-top': { borderBottom: '1px solid var(--line)' },
  '.cm-textfield, .cm-button': {
    minHeight: '24px',
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--r-s)',
    color: 'var(--ink)',
    backgroundColor: 'var(--panel)',
    backgroundImage: 'none',
    font: 'var(--t-s) var(--font)',
  },
  '.cm-panel.cm-search [name=close]': { color: 'var(--ink-2)', cursor: 'pointer' },
  '.cm-diagnostic': { maxWidth: '440px', padding: '8px 12px', borderLeft: '3px solid var(--failed)' },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--fell)' },
  '.cm-diagnosticSource': { color: 'var(--ink-3)', opacity: '1' },
  '.cm-diagnosticAction': {
    margin: '8px 8px 0 0',
    padding: '4px 8px',
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--r-s)',
    color: 'var(--ink)',
    backgroundColor: 'var(--panel)',
    font: 'inherit',
  },
  '.cm-hint': { display: 'block', color: 'var(--ink-2)' },
  // Pictures as data: are CodeMirror's own way to draw a wave; a line of CSS is sharper and asks for nothing.
  '.cm-lintRange': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--failed) 1px',
    textUnderlineOffset: '3px',
  },
  '.cm-lintRange-warning': { textDecorationColor: 'var(--fell)' },
  '.cm-lint-marker': { width: '8px', height: '8px', margin: '6px 2px', content: 'none' },
  '.cm-lint-marker-error': { backgroundColor: 'var(--failed)' },
  '.cm-lint-marker-warning': { borderRadius: '50%', backgroundColor: 'var(--fell)' },
});

export function editorLook(): Extension {
  return [look, suggestionLook, syntaxHighlighting(words), EditorView.cspNonce.of(cspNonce())];
}
