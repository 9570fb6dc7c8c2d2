// Nearer, farther, all of it: at the foot of the canvas.

import { useStore } from '@xyflow/react';
import { Map as MapIcon, Minus, Plus } from 'lucide-react';
import { Toolbar } from 'react-aria-components';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Tip } from '../ui/tip.tsx';
import { fitView, toggleMiniMap, zoomIn, zoomOut, zoomTo } from './actions/view.ts';
import { useDrawing } from './drawing.ts';
import styles from './zoom-controls.module.css';

const texts = {
  zoom: { en: 'Zoom', ko: '확대와 축소' },
  in: { en: 'Zoom in', ko: '확대' },
  out: { en: 'Zoom out', ko: '축소' },
  all: { en: 'Fit', ko: '맞춤' },
  full: { en: 'Zoom to 100%', ko: '100%로 보기' },
  map: { en: 'Small map', ko: '미니맵' },
};

export function ZoomControls() {
  const t = useText();
  const percent = useStore(({ transform: [, , zoom] }) => Math.round(zoom * 100));
  const hasMap = useDrawing(({ hasMiniMap }) => hasMiniMap);
  return (
    <Toolbar className={styles['controls'] ?? ''} aria-label={t(texts.zoom)}>
      <Tip text={t(texts.out)} shortcut="-" placement="top">
        <Button look="icon" aria-label={t(texts.out)} onPress={zoomOut}>
          <Minus size={14} aria-hidden="true" />
        </Button>
      </Tip>
      <Tip text={t(texts.full)} shortcut="0" placement="top">
        <Button look="plain" aria-label={`${t(texts.full)} (${percent}%)`} onPress={() => zoomTo(1)}>
          <span className={styles['percent']}>{percent}%</span>
        </Button>
      </Tip>
      <Tip text={t(texts.in)} shortcut="=" placement="top">
        <Button look="icon" aria-label={t(texts.in)} onPress={zoomIn}>
          <Plus size={14} aria-hidden="true" />
        </Button>
      </Tip>
      <Button look="plain" onPress={fitView}>
        {t(texts.all)} <kbd className={styles['key']}>1</kbd>
      </Button>
      <Tip text={t(texts.map)} shortcut="M" placement="top">
        <Button look="icon" aria-label={t(texts.map)} aria-pressed={hasMap} onPress={toggleMiniMap}>
          <MapIcon size={14} aria-hidden="true" />
        </Button>
      </Tip>
    </Toolbar>
  );
}
