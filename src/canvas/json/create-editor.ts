// The editor of a part of the journey: CodeMirror, and what ties it to the canvas: text, problems, selection.

import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, indentWithTab, redo, undo } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, foldGutter, foldKeymap, indentOnInput, indentUnit } from '@codemirror/language';
import { lintGutter, lintKeymap } from '@codemirror/lint';
import { search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  type KeyBinding,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { canEdit } from '../flow/use-can-edit.ts';
import { useEditor } from '../state/editor.ts';
import { isCheckOf } from '../state/follow-check.ts';
import type { Language } from '../text/use-text.ts';
import { jsonCompletion } from './completion.ts';
import { showIssues, showProblems } from './diagnostics.ts';
import { editorLook } from './editor-look.ts';
import { koreanPhrases } from './editor-phrases.ts';
import { fromJourney, PartFollower, type Standing, together } from './follow-part.ts';
import { followSelection } from './follow-selection.ts';
import type { Part } from './part.ts';

export interface EditorOptions<Value extends object> {
  readonly parent: HTMLElement;
  readonly part: Part<Value>;
  /** Its name for screen readers, which says how to leave it. */
  readonly label: string;
  readonly language: Language;
  readonly tell: (standing: Standing) => void;
}

export interface JsonEditor {
  /** Gives up what can't be read for what is on the canvas. */
  readonly takeJourney: () => void;
  readonly destroy: () => void;
}

/** Undefined where there is no such part. */
export function createEditor<Value extends object>(options: EditorOptions<Value>): JsonEditor | undefined {
  const { parent, part, language, tell } = options;
  const journey = useEditor.getState().history?.present;
  const value = journey && part.valueIn(journey);
  if (journey === undefined || value === undefined) return undefined;

  let standing = together;
  const ownHistory = new Compartment();
  const editing = new Compartment();
  const view = new EditorView({
    parent,
    state: EditorState.create({
      extensions: [
        keymap.of(undoKeys(() => follower)),
        ownHistory.of(history()),
        editing.of(isReadOnly()),
        EditorView.updateListener.of(({ docChanged, transactions }) => {
          const isOurs = transactions.some((one) => one.annotation(fromJourney));
          if (docChanged && !isOurs) follower.hearText();
        }),
        frameOf(options),
      ],
    }),
  });
  const follower: PartFollower<Value> = new PartFollower(view, part, {
    journey,
    value,
    tell: (now) => {
      standing = now;
      showProblemsNow();
      // What can be read is in the journey's history: the editor's own holds what was typed since.
      if (now.problems.length === 0) forgetOwnHistory();
      tell(now);
    },
  });
  const forgetOwnHistory = () => {
    view.dispatch({ effects: ownHistory.reconfigure([]) });
    view.dispatch({ effects: ownHistory.reconfigure(history()) });
  };
  const showProblemsNow = () => {
    const { check, history: steps } = useEditor.getState();
    const now = steps?.present;
    if (standing.problems.length > 0) view.dispatch(showProblems(view.state, standing.problems, language));
    else if (check !== undefined && now !== undefined && isCheckOf(check, now))
      view.dispatch(showIssues(view.state, { check, journey: now, root: part.path, language }));
  };
  const unsubscribe = useEditor.subscribe((now, before) => {
    if (now.check !== before.check) showProblemsNow();
    if (canEdit(now) !== canEdit(before)) view.dispatch({ effects: editing.reconfigure(isReadOnly()) });
  });
  follower.start();
  const unfollow = part.path.length === 0 ? followSelection(view) : () => undefined;
  showProblemsNow();
  return {
    takeJourney: () => follower.takeJourney(),
    destroy: () => {
      follower.stop();
      unsubscribe();
      unfollow();
      view.destroy();
    },
  };
}

/** While the text can be read, undo is the journey's own; else it takes back what was typed since. */
function undoKeys(follower: () => { isTogether: () => boolean }): readonly KeyBinding[] {
  const keys = { undo, redo };
  const toRun = (name: keyof typeof keys) => (view: EditorView) => {
    if (follower().isTogether()) useEditor.getState()[name]();
    else keys[name](view);
    return true;
  };
  return [
    { key: 'Mod-z', run: toRun('undo'), preventDefault: true },
    { key: 'Mod-y', mac: 'Mod-Shift-z', run: toRun('redo'), preventDefault: true },
    { key: 'Mod-Shift-z', run: toRun('redo'), preventDefault: true },
  ];
}

function isReadOnly(): Extension {
  return EditorState.readOnly.of(!canEdit(useEditor.getState()));
}

function frameOf<Value extends object>({ part, label, language }: EditorOptions<Value>): Extension {
  return [
    lineNumbers(),
    foldGutter(),
    lintGutter(),
    drawSelection(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    bracketMatching(),
    closeBrackets(),
    indentOnInput(),
    indentUnit.of('  '),
    EditorState.tabSize.of(2),
    EditorView.lineWrapping,
    search({ top: true }),
    json(),
    jsonCompletion(part.path),
    editorLook(),
    EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
    language === 'ko' ? EditorState.phrases.of(koreanPhrases) : [],
    // Tab indents; Escape and then Tab leaves the editor.
    keymap.of([
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...searchKeymap,
      ...foldKeymap,
      ...lintKeymap,
      ...defaultKeymap,
      indentWithTab,
    ]),
  ];
}
