// One journey: the canvas, the frame around it, and what belongs to the mode.

import { ReactFlowProvider } from '@xyflow/react';
import { useEffect } from 'react';
import { JourneyCanvas } from './flow/journey-canvas.tsx';
import { Palette } from './flow/palette.tsx';
import { TopBar } from './frame/top-bar.tsx';
import styles from './journey-screen.module.css';
import { LivePanel } from './live/live-panel.tsx';
import { EditPanel } from './panel/edit-panel.tsx';
import { SimulatePanel } from './simulate/simulate-panel.tsx';
import { type Mode, useEditor, useJourney } from './state/editor.ts';
import { followCheck } from './state/follow-check.ts';
import { openJourney } from './state/open-journey.ts';
import { Loading } from './ui/loading.tsx';

interface Props {
  readonly journey: string;
  readonly mode: Mode;
}

const panels = { edit: EditPanel, simulate: SimulatePanel, live: LivePanel };

export function JourneyScreen({ journey: id, mode }: Props) {
  const journey = useJourney();
  const setMode = useEditor((state) => state.setMode);
  useEffect(() => setMode(mode), [mode, setMode]);
  useEffect(() => {
    openJourney(id);
    return followCheck();
  }, [id]);
  if (journey === undefined || journey.id !== id) return <Loading />;
  const Panel = panels[mode];
  return (
    <ReactFlowProvider>
      <div className={styles['screen']}>
        <TopBar journey={journey} mode={mode} />
        <Palette />
        <main className={styles['canvas']}>
          <JourneyCanvas />
        </main>
        <Panel />
      </div>
    </ReactFlowProvider>
  );
}
