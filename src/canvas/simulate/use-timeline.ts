// The story of the branch that is shown, in the reader's language.

import { useMemo } from 'react';
import { useEditor, useJourney } from '../state/editor.ts';
import { useLanguage } from '../text/use-text.ts';
import { useSimulation } from './state.ts';
import { type TimelineEntry, toTimeline } from './timeline.ts';

const none: readonly TimelineEntry[] = [];

/** Empty while nothing is played, and for whoever may not enter. */
export function useTimeline(): readonly TimelineEntry[] {
  const journey = useJourney();
  const check = useEditor((state) => state.check);
  const language = useLanguage();
  const { played, failures } = useSimulation();
  return useMemo(() => {
    if (journey === undefined || played === undefined || !played.answer.entered) return none;
    const { actions } = played.branch;
    return toTimeline(played.answer, { actions, journey, check, failures, language });
  }, [journey, check, language, played, failures]);
}
