// Nearer, farther, all of it: at the foot of the canvas.

import { useStore } from '@xyflow/react';
import { List, Map as MapIcon, Minus, Plus } from 'lucide-react';
import type { ReactElement } from 'react';
import { Toolbar } from 'react-aria-components';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Tip } from '../ui/tip.tsx';
import { toggleList } from './actions/select.ts';
import { fitView, toggleMiniMap, zoomIn, zoomOut, zoomTo } from './actions/view.ts';
import { useDrawing } from './drawing.ts';
import styles from './zoom-controls.module.css';

const texts = {
  zoom: { en: 'Zoom', ko: '확대와 축소' },
  in: { en: 'Zoom in', ko: '확대' },
  out: { en: 'Zoom out', ko: '축소' },
  all: { en: 'Fit', ko: '맞춤' },
  full: { en: 'Zoom to 100%', ko: '100%로 보기' },
  list: { en: 'As a list', ko: '목록으로 보기' },
  map: { en: 'Small map', ko: '미니맵' },
};

export function ZoomControls() {
  const t = useText();
  const percent = useStore(({ transform: [, , zoom] }) => Math.round(zoom * 100));
  const hasMiniMap = useDrawing((drawing) => drawing.hasMiniMap);
  const isList = useDrawing((drawing) => drawing.isList);
  return (
    <Toolbar className={styles['controls'] ?? ''} aria-label={t(texts.zoom)}>
      {!isList && (
        <>
          <Tool name={t(texts.out)} shortcut="-" onPress={zoomOut}>
            <Minus size={14} aria-hidden="true" />
          </Tool>
          <Tip text={t(texts.full)} shortcut="0" placement="top">
            <Button look="plain" aria-label={`${percent}%, ${t(texts.full)}`} onPress={() => zoomTo(1)}>
              <span className={styles['percent']}>{percent}%</span>
            </Button>
          </Tip>
          <Tool name={t(texts.in)} shortcut="=" onPress={zoomIn}>
            <Plus size={14} aria-hidden="true" />
          </Tool>
          <Button look="plain" onPress={fitView}>
            {t(texts.all)} <kbd className={styles['key']}>1</kbd>
          </Button>
          <Tool name={t(texts.map)} shortcut="M" isOn={hasMiniMap} onPress={toggleMiniMap}>
            <MapIcon size={14} aria-hidden="true" />
          </Tool>
        </>
      )}
      <Tool name={t(texts.list)} shortcut="L" isOn={isList} onPress={toggleList}>
        <List size={14} aria-hidden="true" />
      </Tool>
    </Toolbar>
  );
}

interface ToolProps {
  readonly name: string;
  readonly shortcut: string;
  /** Of what is switched on and off. */
  readonly isOn?: boolean;
  readonly onPress: () => void;
  readonly children: ReactElement;
}

function Tool({ name, shortcut, isOn, onPress, children }: ToolProps) {
  return (
    <Tip text={name} shortcut={shortcut} placement="top">
      <Button
        look="icon"
        aria-label={name}
        {...(isOn === undefined ? {} : { 'aria-pressed': isOn })}
        onPress={onPress}
      >
        {children}
      </Button>
    </Tip>
  );
}
