// How what an editor suggests looks, in fields and in the text of a journey alike.

import { EditorView } from '@codemirror/view';

export const suggestionLook = EditorView.theme({
  '.cm-tooltip': {
    overflow: 'hidden',
    border: '1px solid var(--line)',
    borderRadius: 'var(--r-m)',
    color: 'var(--ink)',
    backgroundColor: 'var(--raise)',
    boxShadow: 'var(--shadow)',
    font: 'var(--t-s) var(--font)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)', maxHeight: '240px' },
  '.cm-tooltip-autocomplete > ul > li': { display: 'flex', gap: '12px', padding: '4px 8px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    color: 'var(--ink)',
    backgroundColor: 'var(--waiting-bg)',
  },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '600' },
  '.cm-completionDetail': {
    marginLeft: 'auto',
    color: 'var(--ink-2)',
    font: 'normal var(--t-s) var(--font)',
  },
  '.cm-tooltip.cm-completionInfo': { maxWidth: '280px', padding: '8px 12px' },
});
