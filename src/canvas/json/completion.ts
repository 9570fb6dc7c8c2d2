// Completion in the editor: what `suggest` knows, put in with its quotes.

import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import type { EditorState, Extension } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { IssuePath } from '../../journey/issues.ts';
import { journeySchema } from '../panel/journey-schema.ts';
import { useCatalogue } from '../state/catalogue.ts';
import { useEditor } from '../state/editor.ts';
import { nameOf } from '../text/name-of.ts';
import { useLanguageState } from '../text/use-text.ts';
import { keysAt, pathAt, stringAt, type TextSpan } from './places.ts';
import { type Known, type Suggestion, suggest } from './suggest.ts';

/** @param root of the text in the journey's document */
export function jsonCompletion(root: IssuePath): Extension {
  return autocompletion({
    override: [(context) => complete(context, root)],
    icons: false,
    activateOnTyping: true,
    optionClass: ({ type = '' }) => `cm-suggestion-${type}`,
  });
}

function complete({ state, pos, explicit }: CompletionContext, root: IssuePath): CompletionResult | null {
  const { path, token, isKey } = pathAt(state, pos);
  if (token === undefined && !explicit && !/["{,:[]\s*$/.test(state.sliceDoc(Math.max(0, pos - 40), pos)))
    return null;
  const at = [...root, ...path];
  const { from, to } = withoutQuotes(state, token ?? { from: pos, to: pos });
  const own = state.sliceDoc(from, to);
  const present = isKey ? keysAt(state, path).filter((key) => key !== own) : [];
  const typeOf = (id: string) => stringAt(state, [...['nodes', id].slice(root.length), 'type']);
  const options = suggest({ path: at, isKey, present }, known(typeOf)).map((found) => toOption(found, isKey));
  if (options.length === 0) return null;
  // Who asks at a word that is complete wants to see the others.
  if (explicit && options.some(({ label }) => label === own)) return { from, to, options, filter: false };
  return { from, to, options, validFor: /^[^"\s]*$/ };
}

/** Quotes are not part of what is searched for. */
function withoutQuotes(state: EditorState, { from, to }: TextSpan): TextSpan {
  const text = state.sliceDoc(from, to);
  const isClosed = text.length > 1 && text.endsWith('"');
  return text.startsWith('"') ? { from: from + 1, to: isClosed ? to - 1 : to } : { from, to };
}

function toOption({ label, kind, detail, help, value = '' }: Suggestion, isKey: boolean): Completion {
  const text = isKey ? JSON.stringify(label) : label;
  return {
    label: text.replace(/^"(.*)"$/, '$1'),
    type: kind,
    ...(detail === undefined ? {} : { detail }),
    ...(help === undefined ? {} : { info: help }),
    apply: (view, _completion, from, to) => put(view, { from, to, text, value: isKey ? value : undefined }),
  };
}

interface Put extends TextSpan {
  readonly text: string;
  /** Of a key; undefined where a value is put in. */
  readonly value: string | undefined;
}

/** A key gets its colon and what its value begins with, where it has none yet; the cursor goes into it. */
function put(view: EditorView, { text, value, ...inside }: Put): void {
  const { state } = view;
  const from = state.sliceDoc(inside.from - 1, inside.from) === '"' ? inside.from - 1 : inside.from;
  const to = state.sliceDoc(inside.to, inside.to + 1) === '"' ? inside.to + 1 : inside.to;
  const hasValue = /^\s*:/.test(state.sliceDoc(to, to + 20));
  const after = value === undefined || hasValue ? '' : `: ${value}`;
  const isOpen = value === '""' || value === '{}' || value === '[]';
  const anchor = from + text.length + after.length - (after !== '' && isOpen ? 1 : 0);
  const changes = { from, to, insert: text + after };
  view.dispatch({ changes, selection: { anchor }, userEvent: 'input.complete' });
}

function known(typeOf: Known['typeOf']): Known {
  const { history, check } = useEditor.getState();
  const { language } = useLanguageState.getState();
  const nodes = history?.present.nodes ?? {};
  return {
    schema: journeySchema(),
    nodeTypes: useCatalogue.getState().nodeTypes,
    steps: Object.entries(nodes).map(([id, { name }]) => ({
      id,
      title: name === undefined ? id : nameOf(name, language),
    })),
    typeOf: (id) => typeOf(id) ?? (Object.hasOwn(nodes, id) ? nodes[id]?.type : undefined),
    outcomesOf: (id) => (Object.hasOwn(check?.nodes ?? {}, id) ? (check?.nodes[id]?.outcomes ?? []) : []),
    language,
  };
}
