// Keeps an editor's text and the journey together, both ways. A text that can be read changes the journey, one command a
// burst; one that can't stays as it is, and so does the journey, until both can be brought together again.

import { Annotation, type ChangeSpec, type EditorState, type TransactionSpec } from '@codemirror/state';
import type { Journey } from '../model/journey.ts';
import { useEditor } from '../state/editor.ts';
import { keepWritten, writtenText } from '../state/written-text.ts';
import { dropText, keepText, keptText } from './kept-text.ts';
import { mergeEdits } from './merge-edits.ts';
import type { Part, TextProblem } from './part.ts';
import { patchText } from './patch-text.ts';

/** How text and journey stand to each other. */
export interface Standing {
  /** Why the text can't be read; empty where it is the journey's. */
  readonly problems: readonly TextProblem[];
  /** The canvas has moved on while the text can't be read. */
  readonly isBehind: boolean;
}

/** As much of an editor as is followed. */
export interface TextView {
  readonly state: EditorState;
  readonly dispatch: (spec: TransactionSpec) => void;
}

interface Following<Value> {
  readonly journey: Journey;
  readonly value: Value;
  readonly tell: (standing: Standing) => void;
}

export const together: Standing = { problems: [], isBehind: false };

/** Marks changes that come from the journey. */
export const fromJourney = Annotation.define<true>();

/** A pause of so many milliseconds, and the text is read. */
const readAfterMs = 200;

export class PartFollower<Value extends object> {
  readonly #view: TextView;
  readonly #part: Part<Value>;
  readonly #tell: (standing: Standing) => void;
  readonly #name: string;
  readonly #unsubscribe: () => void;
  /** What the text stood for when it could be read last. */
  #base: Value;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #standing = together;

  /** @param value of the part in the journey as it is now */
  constructor(view: TextView, part: Part<Value>, { journey, value, tell }: Following<Value>) {
    this.#view = view;
    this.#part = part;
    this.#tell = tell;
    this.#name = [journey.id, ...part.path].join('/');
    this.#base = value;
    this.#unsubscribe = useEditor.subscribe(({ history }, before) => {
      if (history?.present !== before.history?.present) this.#hearJourney();
    });
  }

  /** Puts the text in: what was kept of it, else the journey's. */
  start(): void {
    const kept = keptText(this.#name);
    if (kept === undefined) {
      this.#write();
      return;
    }
    this.#base = this.#part.read(kept.base, this.#base).value ?? this.#base;
    replace(this.#view, kept.text);
    this.read();
  }

  /** The author has written something. */
  hearText(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.read(), readAfterMs);
  }

  /** Reads what was written, now. */
  read(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const text = this.#view.state.doc.toString();
    const { value, problems } = this.#part.read(text, this.#base);
    if (problems !== undefined) {
      keepText(this.#name, { text, base: textOf(this.#part, this.#base) });
      this.#stand({ problems, isBehind: this.#now() !== this.#base });
      return;
    }
    dropText(this.#name);
    const now = this.#now();
    if (now === undefined) return;
    const merged = mergeEdits(this.#base, value, now);
    this.#base = merged;
    if (merged === value) keepWritten(merged, text);
    else this.#write();
    useEditor
      .getState()
      .apply((journey) => this.#part.put(journey, merged), ['json', ...this.#part.path].join('/'));
    this.#stand(together);
  }

  /** Gives up what can't be read. */
  takeJourney(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    dropText(this.#name);
    this.#base = this.#now() ?? this.#base;
    this.#write();
    this.#stand(together);
  }

  /** The text is the journey's; what was written last is read first. */
  isTogether(): boolean {
    if (this.#timer !== undefined) this.read();
    return this.#standing.problems.length === 0;
  }

  stop(): void {
    if (this.#timer !== undefined) this.read();
    this.#unsubscribe();
  }

  #hearJourney(): void {
    const now = this.#now();
    if (now === undefined || now === this.#base) return;
    const isOpen = this.#timer !== undefined || this.#standing.problems.length > 0;
    if (isOpen) {
      if (!this.#standing.isBehind) this.#stand({ ...this.#standing, isBehind: true });
      return;
    }
    this.#base = now;
    this.#write();
  }

  #write(): void {
    replace(this.#view, textOf(this.#part, this.#base));
  }

  #now(): Value | undefined {
    const journey = useEditor.getState().history?.present;
    return journey && this.#part.valueIn(journey);
  }

  #stand(standing: Standing): void {
    this.#standing = standing;
    this.#tell(standing);
  }
}

function textOf<Value extends object>(part: Part<Value>, value: Value): string {
  return writtenText(value) ?? part.layOut(value);
}

function replace(view: TextView, text: string): void {
  const changes: ChangeSpec[] = patchText(view.state.doc.toString(), text).map((change) => ({ ...change }));
  if (changes.length > 0) view.dispatch({ changes, annotations: fromJourney.of(true) });
}
