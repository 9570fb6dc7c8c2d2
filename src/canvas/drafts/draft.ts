// The draft that is open, kept and saved: carries out what the machine of saving.ts decides, and tells it what happens.
// Nothing here decides what stands.

import { create } from 'zustand';
import { ProblemError, StaleDraftError } from '../../client/client-errors.ts';
import { client } from '../api/client.ts';
import type { Journey } from '../model/journey.ts';
import { fromText } from '../model/json-text.ts';
import { useEditor } from '../state/editor.ts';
import { useSession } from '../state/session.ts';
import { finishWriting } from '../state/writing.ts';
import { keepWritten, writtenText } from '../state/written-text.ts';
import { say } from '../ui/toast.tsx';
import { keepCopy } from './local-copies.ts';
import { lookAtDraft } from './read-draft.ts';
import {
  type Flight,
  follow,
  isDirty,
  type Saving,
  type SavingEvent,
  type ServerDraft,
  wantsSave,
} from './saving.ts';

interface DraftState {
  /** Undefined while no draft is open: another screen, or a version that is only looked at. */
  readonly saving: Saving | undefined;
  /** Whether what the server lacks is kept on this computer. */
  readonly isKept: boolean;
}

export const useDraft = create<DraftState>(() => ({ saving: undefined, isKept: true }));

/** Typing is over. */
const pauseMs = 800;
/** Between copies on this computer while somebody types or drags. */
const copyMs = 200;
/** Until a server that did not answer is asked again: the first time, and at most. */
const retryMs = { first: 1_000, most: 20_000 };
/** Between looks at what others have saved. */
const lookMs = 8_000;

const texts = {
  updated: {
    en: 'Somebody else has saved: this is the newest now',
    ko: '다른 곳에서 저장한 최신 내용을 불러왔습니다',
  },
  deleted: {
    en: 'Somebody else has deleted this draft; your next change begins it anew',
    ko: '다른 곳에서 이 초안을 삭제했습니다. 내용을 바꾸면 새 초안으로 저장합니다',
  },
};

let open: OpenDraft | undefined;

/**
 * Begins to keep and save what is on the canvas.
 *
 * @param given.text of the journey on the canvas, as it was read
 * @returns stops; what is not saved yet is sent once more and stays on this computer until an answer comes
 */
export function followDraft(given: {
  readonly id: string;
  readonly tab: string;
  readonly saving: Saving;
  readonly journey: Journey;
}): () => void {
  const draft = new OpenDraft(given);
  open = draft;
  return () => draft.stop();
}

/** Tells the machine of what the author has decided. */
export function tellDraft(event: SavingEvent): void {
  open?.hear(event);
}

/** Saves now. @returns how it stands once the server has answered, or why it can't be saved */
export async function saveNow(): Promise<Saving | undefined> {
  open?.note();
  open?.hear({ type: 'due' });
  const { saving } = useDraft.getState();
  if (saving === undefined || isSettled(saving)) return saving;
  return new Promise((resolve) => {
    const unsubscribe = useDraft.subscribe(({ saving: newer }) => {
      if (newer !== undefined && !isSettled(newer)) return;
      unsubscribe();
      resolve(newer);
    });
  });
}

function isSettled(saving: Saving): boolean {
  if (saving.flight !== undefined) return false;
  return !isDirty(saving) || saving.conflict !== undefined || saving.trouble !== undefined;
}

class OpenDraft {
  #saving: Saving;
  readonly #place: { readonly journey: string; readonly tab: string };
  #noted: Journey;
  readonly #stopped = new AbortController();
  #failures = 0;
  #dueTimer: ReturnType<typeof setTimeout> | undefined;
  #copyTimer: ReturnType<typeof setTimeout> | undefined;

  constructor({ id, tab, saving, journey }: Parameters<typeof followDraft>[0]) {
    this.#saving = saving;
    this.#place = { journey: id, tab };
    this.#noted = journey;
    keepLayout(journey, saving.text);
    useDraft.setState({ saving, isKept: true });
    const { signal } = this.#stopped;
    const unsubscribe = useEditor.subscribe(() => this.#noteSoon());
    const unfollow = useSession.subscribe(({ standing }) => standing === 'in' && this.#schedule(0));
    const timer = setInterval(() => document.visibilityState === 'visible' && this.look(), lookMs);
    addEventListener('pagehide', () => this.note(), { signal });
    document.addEventListener('visibilitychange', () => this.#turn(), { signal });
    addEventListener('focus', () => this.look(), { signal });
    addEventListener('online', () => this.hear({ type: 'due' }), { signal });
    addEventListener('beforeunload', (event) => useDraft.getState().isKept || event.preventDefault(), {
      signal,
    });
    signal.addEventListener('abort', () => {
      unsubscribe();
      unfollow();
      clearInterval(timer);
    });
    this.#schedule(0);
  }

  hear(event: SavingEvent): void {
    const before = this.#saving;
    const after = follow(before, event);
    if (after === before) return;
    this.#saving = after;
    this.#keep();
    if (after.text !== before.text && event.type !== 'edited') this.#show(after.text);
    if (after.flight !== undefined && after.flight !== before.flight) this.#send(after.flight);
    if (event.type === 'saved') this.#failures = 0;
    this.#schedule(event.type === 'edited' ? pauseMs : 0);
  }

  /** What is on the canvas is the author's newest. */
  note(): void {
    finishWriting();
    clearTimeout(this.#copyTimer);
    this.#copyTimer = undefined;
    const journey = useEditor.getState().history?.present;
    if (this.#isStopped || journey?.id !== this.#place.journey || journey === this.#noted) return;
    this.#noted = journey;
    this.hear({ type: 'edited', text: writtenText(journey) ?? toDraftText(journey) });
  }

  async look(): Promise<void> {
    const { flight, flights } = this.#saving;
    if (flight !== undefined || this.#isStopped) return;
    const draft = await this.#read();
    if (draft === 'unknown' || this.#isStopped) return;
    this.note();
    const before = this.#saving;
    const isNew = draft !== undefined && draft.source !== before.standing.text;
    if (isNew && fromText(draft.source).journey === undefined) {
      // It can't be drawn: the author decides about the text.
      this.hear({ type: 'stale', number: 0, current: draft });
      return;
    }
    this.hear({ type: 'seen', draft, flights });
    if (draft === undefined && before.standing.revision !== undefined) say({ text: texts.deleted });
    if (this.#saving.text !== before.text) say({ text: texts.updated });
  }

  stop(): void {
    this.note();
    this.hear({ type: 'due' });
    this.#stopped.abort();
    clearTimeout(this.#dueTimer);
    if (open === this) open = undefined;
    if (open === undefined) useDraft.setState({ saving: undefined, isKept: true });
  }

  get #isStopped(): boolean {
    return this.#stopped.signal.aborted;
  }

  /** The same draft was opened once more. */
  get #isSuperseded(): boolean {
    return open !== undefined && open !== this && open.#place.journey === this.#place.journey;
  }

  #turn(): void {
    this.note();
    if (document.visibilityState === 'visible') this.look();
  }

  #noteSoon(): void {
    this.#copyTimer ??= setTimeout(() => this.note(), copyMs);
  }

  #keep(): void {
    // Its copy is the newer one.
    if (this.#isSuperseded) return;
    const isKept = keepCopy(localStorage, this.#place, {
      saving: this.#saving,
      at: new Date().toISOString(),
    });
    if (!this.#isStopped) useDraft.setState({ saving: this.#saving, isKept });
  }

  #schedule(delayMs: number): void {
    const { trouble } = this.#saving;
    if (!wantsSave(this.#saving)) return;
    // What was written last still goes out; trouble is for the next opening.
    if (this.#isStopped && (trouble !== undefined || this.#isSuperseded)) return;
    if (trouble?.kind === 'expired' && useSession.getState().standing !== 'in') return;
    clearTimeout(this.#dueTimer);
    const pause = trouble?.kind === 'unreachable' ? this.#retryPause() : delayMs;
    this.#dueTimer = setTimeout(() => this.hear({ type: 'due' }), Math.max(pause, delayMs));
  }

  #retryPause(): number {
    return Math.min(retryMs.most, retryMs.first * 2 ** Math.min(this.#failures, 10));
  }

  async #send({ number, text }: Flight): Promise<void> {
    const { revision, baseVersion } = this.#saving.standing;
    const fields = { source: text, revision, ...(revision === undefined ? { baseVersion } : {}) };
    try {
      const draft = await client.saveDraft(this.#place.journey, fields);
      this.hear({ type: 'saved', number, text, draft });
    } catch (error) {
      this.#failures += 1;
      this.hear(toEvent(error, { number, text }));
    }
  }

  /** Undefined: there is none; 'unknown': nobody said. */
  async #read(): Promise<ServerDraft | undefined | 'unknown'> {
    const { revision, text } = this.#saving.standing;
    try {
      return await lookAtDraft(this.#place.journey, { revision, source: text });
    } catch {
      return 'unknown';
    }
  }

  #show(text: string): void {
    const { history, apply } = useEditor.getState();
    const { journey } = fromText(text, history?.present);
    if (journey === undefined) return;
    this.#noted = journey;
    keepLayout(journey, text);
    apply(() => journey);
  }
}

/** What was laid out as it is sent is laid out anew wherever it is shown: its lines don't jump with the first edit. */
function keepLayout(journey: Journey, text: string): void {
  if (text !== toDraftText(journey)) keepWritten(journey, text);
}

/** As it is sent: the layout of `jornada format` takes too long for a large journey at each pause. */
export function toDraftText(journey: Journey): string {
  return `${JSON.stringify(journey, null, 2)}\n`;
}

function toEvent(error: unknown, { number, text }: Flight): SavingEvent {
  if (error instanceof StaleDraftError) return { type: 'stale', number, current: error.current };
  if (!(error instanceof ProblemError)) return { type: 'failed', number, trouble: { kind: 'unreachable' } };
  const { status, code, detail, hint } = error.problem;
  if (code === 'DRAFT_UNKNOWN') return { type: 'gone', number };
  if (status === 401 || code === 'SESSION_FORGED')
    return { type: 'failed', number, trouble: { kind: 'expired' } };
  const isBusy = status >= 500 || status === 429;
  return {
    type: 'failed',
    number,
    trouble: isBusy ? { kind: 'unreachable' } : { kind: 'refused', text, detail, hint },
  };
}
