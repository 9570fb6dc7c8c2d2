// What the journey on the canvas changes against its newest version, kept up to date; the worker compares.

import { create } from 'zustand';
import type { VersionSummary } from '../../client/draft-calls.ts';
import type { Journey } from '../model/journey.ts';
import { useEditor } from '../state/editor.ts';
import { ask } from '../worker/ask.ts';
import type { JourneyDiff } from './diff-journeys.ts';
import { journeyOf } from './journey-of.ts';
import { readNewest } from './read-newest.ts';

export interface Published extends Pick<VersionSummary, 'version' | 'publishedAt'> {
  readonly journey: Journey;
}

interface ChangesState {
  /** The newest version; undefined where none is known. */
  readonly published: Published | undefined;
  readonly diff: JourneyDiff | undefined;
}

export const useChanges = create<ChangesState>(() => ({ published: undefined, diff: undefined }));

/** After an edit. */
const pauseMs = 300;

/** @returns stops following */
export function followChanges(id: string): () => void {
  let isStopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let compared: readonly [Journey | undefined, Journey | undefined] = [undefined, undefined];

  async function compare(): Promise<void> {
    const after = useEditor.getState().history?.present;
    const before = useChanges.getState().published?.journey;
    if (isStopped || after?.id !== id || (compared[0] === before && compared[1] === after)) return;
    compared = [before, after];
    const diff = before === undefined ? undefined : await ask('diff', { before, after });
    if (!isStopped && compared[1] === after) useChanges.setState({ diff });
  }

  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(compare, pauseMs);
  };
  useChanges.setState({ published: undefined, diff: undefined });
  readPublished(id).then(soon, soon);
  const unsubscribe = [useEditor.subscribe(soon), useChanges.subscribe(soon)];
  return () => {
    isStopped = true;
    clearTimeout(timer);
    for (const stop of unsubscribe) stop();
  };
}

/** Reads which version is the newest now, if there is one. @throws ProblemError, UnreachableError */
export async function readPublished(id: string): Promise<void> {
  const newest = await readNewest(id);
  if (newest === undefined) return;
  const { version, publishedAt } = newest;
  useChanges.setState({
    published: { version, publishedAt, journey: journeyOf(newest) },
  });
}
