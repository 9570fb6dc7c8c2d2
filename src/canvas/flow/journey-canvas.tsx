// The canvas: the journey drawn, or as a list, with the zoom at its foot and what opens over it.

import type { ReactNode } from 'react';
import { CanvasMenus } from './canvas-menus.tsx';
import { useDrawing } from './drawing.ts';
import { DrawnJourney } from './drawn-journey.tsx';
import { FarView } from './far-view.tsx';
import styles from './journey-canvas.module.css';
import { ListView } from './list-view.tsx';
import { ZoomControls } from './zoom-controls.tsx';

/** @param foot what stands left of the zoom at the foot of the canvas */
export function JourneyCanvas({ foot }: { readonly foot?: ReactNode }) {
  const isList = useDrawing((drawing) => drawing.isList);
  return (
    <>
      {isList && <ListView />}
      <FarView>
        <DrawnJourney />
      </FarView>
      <div className={styles['foot']}>
        {foot}
        <ZoomControls />
      </div>
      <CanvasMenus />
    </>
  );
}
