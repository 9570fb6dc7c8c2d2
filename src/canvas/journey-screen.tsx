// One journey: the canvas, the frame around it, and what belongs to the mode.

import { ReactFlowProvider } from '@xyflow/react';
import { Suspense, useEffect } from 'react';
import { RailTools } from './command/rail-tools.tsx';
import { followChanges } from './drafts/changes.ts';
import { DraftDialogs } from './drafts/draft-dialogs.tsx';
import { EmptyHint } from './flow/empty-hint.tsx';
import { JourneyCanvas } from './flow/journey-canvas.tsx';
import { Palette } from './flow/palette.tsx';
import { OpeningScreen } from './frame/opening-screen.tsx';
import { TopBar } from './frame/top-bar.tsx';
import { VersionBanner } from './frame/version-banner.tsx';
import styles from './journey-screen.module.css';
import { LiveLegend } from './live/live-legend.tsx';
import { LiveRail } from './live/live-rail.tsx';
import { PhonesPane } from './live/phones-pane.tsx';
import { EditPanel } from './panel/edit-panel.tsx';
import { ProblemList } from './panel/problem-list.tsx';
import { SimulatePanel } from './simulate/simulate-panel.tsx';
import { type Mode, useEditor, useJourney } from './state/editor.ts';
import { followCheck } from './state/follow-check.ts';
import { useJsonPane } from './state/json-pane.ts';
import { openJourney, useOpening } from './state/open-journey.ts';
import { followWriting } from './state/writing.ts';
import { later } from './ui/later.tsx';

interface Props {
  readonly journey: string;
  readonly mode: Mode;
  /** Looked at, not edited. */
  readonly version?: number | undefined;
}

const JsonPane = later(() => import('./json/json-pane.tsx').then((all) => all.JsonPane));
const LivePanel = later(() => import('./live/live-panel.tsx').then((all) => all.LivePanel));
const feet = { edit: <ProblemList />, simulate: null, live: <LiveLegend /> };
const panels = { edit: EditPanel, simulate: SimulatePanel, live: LivePanel };

export function JourneyScreen({ journey: id, mode, version }: Props) {
  const journey = useJourney();
  const { opening } = useOpening();
  const setMode = useEditor((state) => state.setMode);
  const hasJson = useJsonPane(({ isOpen }) => isOpen);
  useEffect(() => setMode(mode), [mode, setMode]);
  useEffect(() => {
    const stops = [followWriting(), openJourney(id, version), followCheck(), followChanges(id)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [id, version]);
  if (opening.phase !== 'open' || journey?.id !== id) return <OpeningScreen journey={id} />;
  const Panel = panels[mode];
  const canDraw = mode === 'edit' && version === undefined;
  return (
    <ReactFlowProvider>
      <div className={styles['screen']}>
        <TopBar journey={journey} mode={mode} version={version} />
        {mode === 'live' ? <LiveRail journey={id} /> : <Palette />}
        <RailTools />
        <main className={styles['canvas']}>
          <JourneyCanvas foot={feet[mode]} />
          {canDraw && Object.keys(journey.nodes).length === 0 && <EmptyHint />}
          {version !== undefined && <VersionBanner journey={id} />}
        </main>
        {hasJson && mode !== 'live' && (
          <Suspense fallback={null}>
            <JsonPane />
          </Suspense>
        )}
        {mode === 'live' && <PhonesPane />}
        <Suspense fallback={null}>
          <Panel />
        </Suspense>
        <DraftDialogs journey={id} />
      </div>
    </ReactFlowProvider>
  );
}
