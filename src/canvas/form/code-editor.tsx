// CodeMirror for one field. The value comes from the journey: what others change (undo, JSON) is put in, what is typed goes
// out. Undo and redo are the journey's own, not the field's.

import { autocompletion, closeBrackets, completionKeymap } from '@codemirror/autocomplete';
import { insertNewline, standardKeymap } from '@codemirror/commands';
import { Annotation, EditorState, type Extension } from '@codemirror/state';
import {
  Decoration,
  EditorView,
  type KeyBinding,
  keymap,
  MatchDecorator,
  placeholder as placeholderOf,
  tooltips,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { useEditor } from '../state/editor.ts';
import type { Language } from '../text/use-text.ts';
import { cspNonce } from '../ui/csp-nonce.ts';
import { suggestionLook } from '../ui/suggestion-look.ts';
import styles from './code-editor.module.css';
import type { Completion } from './complete-source.ts';

export interface CodeEditorProps {
  readonly labelId: string;
  readonly describedBy: string;
  readonly language: 'cel' | 'liquid';
  /** Of the reader, for what suggestions say of themselves. */
  readonly reader: Language;
  readonly lines: number;
  readonly value: string;
  readonly placeholder: string;
  readonly isInvalid: boolean;
  /** Takes what writes at the cursor. */
  readonly onReady: (insert: (text: string) => void) => void;
  readonly complete: (before: string) => Completion | undefined;
  readonly onChange: (text: string) => void;
}

/** On changes that come from the journey. */
const fromJourney = Annotation.define<boolean>();

export function CodeEditor(props: CodeEditorProps) {
  const { value, isInvalid, lines } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const now = useRef(props);
  now.current = props;
  useEffect(() => {
    const parent = host.current;
    if (parent === null) return;
    const editor = new EditorView({ parent, state: createState(now) });
    view.current = editor;
    now.current.onReady((text) => {
      editor.dispatch(editor.state.replaceSelection(text));
      editor.focus();
    });
    return () => editor.destroy();
  }, []);
  useEffect(() => {
    const editor = view.current;
    if (editor === undefined || editor.state.doc.toString() === value) return;
    editor.dispatch({
      changes: { from: 0, to: editor.state.doc.length, insert: value },
      annotations: fromJourney.of(true),
    });
  }, [value]);
  return (
    <div
      ref={host}
      className={styles['editor']}
      data-language={props.language}
      data-lines={lines > 1 ? 'many' : 'one'}
      data-invalid={isInvalid || undefined}
    />
  );
}

function createState(now: { readonly current: CodeEditorProps }): EditorState {
  const { labelId, describedBy, language, value, placeholder } = now.current;
  return EditorState.create({
    doc: value,
    // Values that are chosen before the first click go to the end.
    selection: { anchor: value.length },
    extensions: [
      EditorView.cspNonce.of(cspNonce()),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-labelledby': labelId, 'aria-describedby': describedBy }),
      EditorView.updateListener.of((update) => {
        const isOurs = update.transactions.some((one) => one.annotation(fromJourney));
        if (update.docChanged && !isOurs) now.current.onChange(update.state.doc.toString());
      }),
      placeholderOf(placeholder),
      suggestionLook,
      EditorState.readOnly.of(useEditor.getState().isReadOnly),
      EditorView.editable.of(!useEditor.getState().isReadOnly),
      tooltips({ position: 'fixed', parent: document.body }),
      completion(now),
      ...(language === 'cel' ? [closeBrackets()] : []),
      keymap.of([...completionKeymap, ...undoKeys, { key: 'Enter', run: insertNewline }, ...standardKeymap]),
      marks[language],
    ],
  });
}

/** The journey's history, not the field's: one undo for all. */
const undoKeys: readonly KeyBinding[] = [
  { key: 'Mod-z', run: () => takeBack('undo'), preventDefault: true },
  { key: 'Mod-y', run: () => takeBack('redo'), preventDefault: true },
  { key: 'Mod-Shift-z', run: () => takeBack('redo'), preventDefault: true },
];

function takeBack(way: 'undo' | 'redo'): boolean {
  useEditor.getState()[way]();
  return true;
}

function completion(now: { readonly current: CodeEditorProps }): Extension {
  return autocompletion({
    icons: false,
    activateOnTyping: true,
    override: [
      ({ state, pos, explicit }) => {
        const before = state.sliceDoc(0, pos);
        const found = now.current.complete(before);
        // Without a word or a point there is nothing to go by, unless the author asks.
        if (found === undefined || (!explicit && !/[\w.|'"]\s?$/.test(before) && !/\{[{%]\s?$/.test(before)))
          return null;
        const { from, options } = found;
        return {
          from,
          options: options.map(({ label, apply, detail, info, type }) => ({
            label,
            type,
            ...(apply === undefined ? {} : { apply }),
            ...(detail === undefined ? {} : { detail }),
            ...(info === undefined ? {} : { info: info[now.current.reader] }),
          })),
        };
      },
    ],
  });
}

/** What stands out in a source: a word of the language's own gets a class, everything else stays ink. */
function mark(words: RegExp, className: (found: RegExpExecArray) => string | undefined): Extension {
  const matcher = new MatchDecorator({
    regexp: words,
    decoration: (found) => Decoration.mark({ class: className(found) ?? '' }),
  });
  return ViewPlugin.fromClass(
    class {
      decorations;
      constructor(view: EditorView) {
        this.decorations = matcher.createDeco(view);
      }
      update(update: ViewUpdate): void {
        this.decorations = matcher.updateDeco(update, this.decorations);
      }
    },
    { decorations: (plugin) => plugin.decorations },
  );
}

const marks = {
  cel: mark(/'[^']*'|"[^"]*"|\b\d+(?:\.\d+)?\b|(?<![\w.])(?:person|event|run|nodes|now)\b/g, ([found]) =>
    /^['"]/.test(found) ? styles['text'] : /^\d/.test(found) ? styles['number'] : styles['variable'],
  ),
  liquid: mark(/\{\{[^}]*\}\}|\{%[^%]*%\}/g, () => styles['filled']),
};
