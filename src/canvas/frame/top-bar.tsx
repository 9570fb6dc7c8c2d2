// The bar over the canvas: which journey, how it is saved, the modes, and what one does with the whole.

import { ChevronLeft } from 'lucide-react';
import { SavedState } from '../drafts/saved-state.tsx';
import { LiveStanding } from '../live/live-standing.tsx';
import type { Journey } from '../model/journey.ts';
import { type Mode, useEditor } from '../state/editor.ts';
import { go } from '../state/route.ts';
import { nameOf } from '../text/name-of.ts';
import { useLanguage, useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Tip } from '../ui/tip.tsx';
import { AppMenu } from './app-menu.tsx';
import { FindButton } from './find-button.tsx';
import { JourneyName } from './journey-name.tsx';
import { ModeSwitch } from './mode-switch.tsx';
import { PublishButtons } from './publish-buttons.tsx';
import { StandingChip } from './standing-chip.tsx';
import styles from './top-bar.module.css';

const texts = { home: { en: 'All journeys', ko: '모든 여정' } };

interface Props {
  readonly journey: Journey;
  readonly mode: Mode;
  /** A version that is looked at. */
  readonly version?: number | undefined;
}

export function TopBar({ journey, mode, version }: Props) {
  const t = useText();
  const language = useLanguage();
  const isReadOnly = useEditor((state) => state.isReadOnly);
  return (
    <header className={styles['bar']}>
      <title>{`${nameOf(journey.name, language)} · Jornada`}</title>
      <div className={styles['side']}>
        <Tip text={t(texts.home)} placement="bottom">
          <Button look="icon" aria-label={t(texts.home)} onPress={() => go({ screen: 'home' })}>
            <ChevronLeft size={16} aria-hidden="true" />
          </Button>
        </Tip>
        <JourneyName journey={journey} />
        {mode === 'live' ? <LiveStanding /> : <StandingChip version={version} />}
        {mode !== 'live' && <SavedState />}
      </div>
      <ModeSwitch journey={journey.id} mode={mode} version={version} />
      <div className={styles['side']} data-side="end">
        <FindButton />
        {mode !== 'live' && !isReadOnly && <PublishButtons />}
        <AppMenu journey={journey.id} />
      </div>
    </header>
  );
}
