// Keeps the canvas's overlay up to date: the counts, and over them the way of the person that is looked at.

import { useEffect } from 'react';
import type { LocalizedText } from '../../journey/catalogue.ts';
import { share } from '../model/share.ts';
import { useOverlay } from '../state/overlay.ts';
import { createClock } from './clock.ts';
import { toCountOverlay } from './count-overlay.ts';
import { mergeOverlays, toRunOverlay } from './run-overlay.ts';
import { useLive } from './state.ts';
import type { PersonKnown } from './use-person.ts';
import type { LiveVersion } from './use-version.ts';

const nothing = { steps: {}, edges: {} };

export function useLiveOverlay(version: LiveVersion | undefined, person: PersonKnown | undefined): void {
  const counts = useLive((state) => state.counts);
  const run = useLive((state) => state.run);
  useEffect(() => {
    const { journey, check } = version ?? {};
    if (journey === undefined) return;
    const drawn = { journey, check };
    // Numbers of another version are not those of this one, also while its own are on their way.
    const isCounted = counts !== undefined && (counts.version ?? version?.version) === version?.version;
    const counted = isCounted ? toCountOverlay(drawn, counts) : nothing;
    const shown =
      run === undefined ? counted : mergeOverlays(counted, toRunOverlay(drawn, run, hereWords(run, person)));
    const { overlay, show } = useOverlay.getState();
    show(share(overlay, shown));
  }, [version, counts, run, person]);
  useEffect(() => () => useOverlay.getState().show(undefined), []);
}

type Run = NonNullable<ReturnType<typeof useLive.getState>['run']>;

function hereWords(
  { waiting, clockOffsetMs, person: id }: Run,
  person: PersonKnown | undefined,
): LocalizedText {
  const name = person?.name ?? id;
  const until = waiting?.until;
  const when = (language: 'en' | 'ko') =>
    until == null
      ? undefined
      : createClock(person?.timeZone ?? 'UTC', language).short(until, Date.now() + clockOffsetMs);
  const [en, ko] = [when('en'), when('ko')];
  return {
    en: en === undefined ? `${name} is here` : `${name} is here · until ${en}`,
    ko: ko === undefined ? `${name} 님이 여기 있음` : `${name} 님이 여기 있음 · ${ko}까지`,
  };
}
