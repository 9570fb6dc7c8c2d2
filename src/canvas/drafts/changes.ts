// What the journey on the canvas changes against its newest version, kept up to date; the worker compares.

import { create } from 'zustand';
import type { VersionSummary } from '../../client/draft-calls.ts';
import { client } from '../api/client.ts';
import type { Journey } from '../model/journey.ts';
import { useEditor } from '../state/editor.ts';
import { ask } from '../worker/ask.ts';
import type { JourneyDiff } from './diff-journeys.ts';
import { journeyOf } from './journey-of.ts';

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

/**
 * Reads which version is the newest now. Asked for by its name at once, as it is on the way to a drawing: the list has every
 * journey whole, and made the opening of a large one a tenth slower (`npm run bench -- canvas`).
 *
 * @throws ProblemError JOURNEY_UNKNOWN where nothing is published yet
 */
export async function readPublished(id: string): Promise<void> {
  const newest = await client.journey(id);
  const { version, publishedAt } = newest;
  useChanges.setState({
    published: { version, publishedAt, journey: journeyOf(newest) },
  });
}
