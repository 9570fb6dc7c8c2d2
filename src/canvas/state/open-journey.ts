// Opens a journey: what was left on this computer, else the newest draft, else the newest version; or one version, to be
// looked at. Drafts are followed from then on: kept, saved, told of others.

import { create } from 'zustand';
import { ProblemError } from '../../client/client-errors.ts';
import type { CheckIssue } from '../../journey/check-issue.ts';
import { client } from '../api/client.ts';
import { followDraft } from '../drafts/draft.ts';
import { journeyOf } from '../drafts/journey-of.ts';
import { dropCopy, findCopies, type LocalCopy } from '../drafts/local-copies.ts';
import { openTabs, ownTab } from '../drafts/own-tab.ts';
import { openedDraft, orUndefined } from '../drafts/read-draft.ts';
import { beginSaving, follow, isDirty, type Saving } from '../drafts/saving.ts';
import { fromText } from '../model/json-text.ts';
import { say } from '../ui/toast.tsx';
import { wake } from '../worker/ask.ts';
import { loadCatalogue, useCatalogue } from './catalogue.ts';
import { useEditor } from './editor.ts';

export type Opening =
  | { readonly phase: 'opening' | 'open' | 'missing' }
  | { readonly phase: 'failed'; readonly error: Error }
  /** A draft that has not the shape of a journey: it stays as it is until its author repairs or deletes it. */
  | { readonly phase: 'unreadable'; readonly text: string; readonly issues: readonly CheckIssue[] };

export const useOpening = create<{ readonly opening: Opening }>(() => ({ opening: { phase: 'opening' } }));

const texts = {
  restored: {
    en: 'Brought back what was not saved yet',
    ko: '아직 저장되지 않은 내용을 되살렸습니다',
  },
};

/** What was asked for last, to ask once more. */
let again = () => {};

/** @returns closes it */
export function openJourney(id: string, version?: number): () => void {
  wake();
  const closed = new AbortController();
  again = () => read(id, version, closed);
  again();
  return () => closed.abort();
}

/** After it did not work out. */
export function reopen(): void {
  again();
}

function read(id: string, version: number | undefined, closed: AbortController): void {
  useOpening.setState({ opening: { phase: 'opening' } });
  const opened = version === undefined ? openDraft(id, closed) : openVersion(id, version, closed);
  opened.catch((error: unknown) => {
    if (!closed.signal.aborted) useOpening.setState({ opening: toOpening(error) });
  });
}

async function openVersion(id: string, version: number, { signal }: AbortController): Promise<void> {
  const [published] = await Promise.all([client.journey(id, version), loadCatalogue()]);
  if (signal.aborted) return;
  useEditor.getState().open(journeyOf(published), { isReadOnly: true });
  useOpening.setState({ opening: { phase: 'open' } });
}

async function openDraft(id: string, { signal }: AbortController): Promise<void> {
  const [tab, tabs] = [await ownTab(), await openTabs()];
  const copy = findCopies(localStorage, id).find((one) => one.tab === tab || tabs?.has(one.tab) !== true);
  const [begun] = await Promise.all([begin(id, copy), settleCatalogue(copy)]);
  if (signal.aborted) return;
  if (begun === undefined) {
    useOpening.setState({ opening: { phase: 'missing' } });
    return;
  }
  const { journey, issues } = fromText(begun.text);
  if (journey === undefined) {
    useOpening.setState({ opening: { phase: 'unreadable', text: begun.text, issues } });
    return;
  }
  show({ id, tab, journey, saving: begun, copy, signal });
}

function show({
  copy,
  signal,
  ...draft
}: Parameters<typeof followDraft>[0] & {
  readonly copy: LocalCopy | undefined;
  readonly signal: AbortSignal;
}): void {
  useEditor.getState().open(draft.journey);
  useOpening.setState({ opening: { phase: 'open' } });
  const stop = followDraft(draft);
  signal.addEventListener('abort', stop);
  if (copy === undefined) return;
  // It is this tab's now.
  if (copy.tab !== draft.tab) dropCopy(localStorage, { journey: draft.id, tab: copy.tab });
  if (isDirty(draft.saving)) say({ text: texts.restored });
}

/** How saving begins; undefined where there is nothing of this name. @throws where nothing is known and nobody answers */
async function begin(id: string, copy: LocalCopy | undefined): Promise<Saving | undefined> {
  try {
    const draft = await openedDraft.ask(id);
    if (copy !== undefined) return follow(copy.saving, { type: 'seen', draft, flights: copy.saving.flights });
    if (draft !== undefined) {
      const { revision, source: text, baseVersion, updatedAt } = draft;
      return beginSaving({ revision, text, baseVersion }, { savedAt: updatedAt });
    }
    const newest = await orUndefined(client.journey(id), 'JOURNEY_UNKNOWN');
    return newest && beginSaving({ revision: undefined, text: newest.source, baseVersion: newest.version });
  } catch (error) {
    if (copy === undefined) throw error;
    return { ...copy.saving, trouble: { kind: 'unreachable' } };
  }
}

/** What is kept on this computer can be edited without it. */
async function settleCatalogue(copy: LocalCopy | undefined): Promise<void> {
  try {
    await loadCatalogue();
  } catch (error) {
    if (copy === undefined) throw error;
    useCatalogue.setState({ isLoaded: true });
  }
}

function toOpening(error: unknown): Opening {
  const isMissing = error instanceof ProblemError && error.problem.status === 404;
  if (isMissing) return { phase: 'missing' };
  return { phase: 'failed', error: error instanceof Error ? error : new TypeError(String(error)) };
}
