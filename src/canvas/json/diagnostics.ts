// What is wrong, at its place in the text: with the hint, the code that the documentation explains, and what can be done.

import { type Action, type Diagnostic, setDiagnostics } from '@codemirror/lint';
import type { EditorState, TransactionSpec } from '@codemirror/state';
import type { CheckAnswer } from '../../journey/check-answer.ts';
import type { IssuePath, IssueRange } from '../../journey/issues.ts';
import type { Journey } from '../model/journey.ts';
import { quickFixesOf } from '../model/quick-fix.ts';
import { useEditor } from '../state/editor.ts';
import type { Language } from '../text/use-text.ts';
import type { TextProblem } from './part.ts';
import { findNearest, type TextSpan } from './places.ts';

/** Of a text that can't be read. */
export function showProblems(
  state: EditorState,
  problems: readonly TextProblem[],
  language: Language,
): TransactionSpec {
  const found = problems.map((problem) => toDiagnostic(problem, { span: spanOf(state, problem), language }));
  return setDiagnostics(state, found);
}

interface Checked {
  readonly check: CheckAnswer;
  readonly journey: Journey;
  /** Of the text in the journey's document. */
  readonly root: IssuePath;
  readonly language: Language;
}

/** What the checker says of a text that it has read, or of the whole that this is a part of. */
export function showIssues(state: EditorState, { check, journey, root, language }: Checked): TransactionSpec {
  const own = check.issues.filter(({ path }) => root.every((step, index) => path[index] === step));
  const found = own.map((issue) => {
    const span = root.length === 0 ? spanOf(state, issue) : findNearest(state, issue.path.slice(root.length));
    const actions = quickFixesOf(issue, journey, check).map(
      ({ title, command }): Action => ({
        name: title[language],
        apply: () => useEditor.getState().apply(command),
      }),
    );
    return toDiagnostic(issue, { span, language, actions });
  });
  return setDiagnostics(state, found);
}

interface Shown {
  readonly span: TextSpan;
  readonly language: Language;
  readonly actions?: readonly Action[];
}

function toDiagnostic(
  { code, severity, text, hint }: TextProblem,
  { span, language, actions = [] }: Shown,
): Diagnostic {
  return {
    ...span,
    severity,
    message: `${text[language]} ${hint[language]}`,
    renderMessage: () => render(text[language], hint[language]),
    ...(code === undefined ? {} : { source: code }),
    actions,
  };
}

/** Text only: what an author has written is never markup. */
function render(text: string, hint: string): Node {
  const message = document.createElement('span');
  const help = document.createElement('span');
  help.className = 'cm-hint';
  help.textContent = hint;
  message.append(text, help);
  return message;
}

function spanOf(state: EditorState, { range, path }: TextProblem): TextSpan {
  return range === null ? findNearest(state, path) : toSpan(state, range);
}

/** Of a text that may have become shorter since. */
export function toSpan(state: EditorState, { line, column, endLine, endColumn }: IssueRange): TextSpan {
  const from = toOffset(state, line, column);
  return { from, to: Math.max(from, toOffset(state, endLine, endColumn)) };
}

function toOffset({ doc }: EditorState, line: number, column: number): number {
  const { from, to } = doc.line(Math.min(Math.max(line, 1), doc.lines));
  return Math.min(from + column - 1, to);
}
