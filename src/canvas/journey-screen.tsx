// One journey: the canvas, the frame around it, and what belongs to the mode.

import { ReactFlowProvider } from '@xyflow/react';
import { useEffect } from 'react';
import { JourneyCanvas } from './flow/journey-canvas.tsx';
import styles from './journey-screen.module.css';
import { type Mode, useEditor, useJourney } from './state/editor.ts';
import { openJourney } from './state/open-journey.ts';
import { Loading } from './ui/loading.tsx';

interface Props {
  readonly journey: string;
  readonly mode: Mode;
}

// biome-ignore lint/style/noDefaultExport: React.lazy takes default exports only.
export default function JourneyScreen({ journey: id, mode }: Props) {
  const journey = useJourney();
  const setMode = useEditor((state) => state.setMode);
  useEffect(() => setMode(mode), [mode, setMode]);
  useEffect(() => {
    openJourney(id);
  }, [id]);
  if (journey === undefined) return <Loading />;
  return (
    <ReactFlowProvider>
      <div className={styles['screen']}>
        <JourneyCanvas />
      </div>
    </ReactFlowProvider>
  );
}
