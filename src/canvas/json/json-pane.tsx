// The whole journey as text beside the canvas. Loaded when it is opened: the editor is large.

import { X } from 'lucide-react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { narrowest, useJsonPane, widest } from '../state/json-pane.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { JsonEditor } from './json-editor.tsx';
import styles from './json-pane.module.css';
import { wholeJourney } from './part.ts';

const texts = {
  title: { en: 'JSON', ko: 'JSON' },
  pane: { en: 'The journey as JSON', ko: 'JSON으로 보는 여정' },
  close: { en: 'Close the JSON', ko: 'JSON 닫기' },
  width: { en: 'Width of the JSON', ko: 'JSON 너비' },
};

export function JsonPane() {
  const t = useText();
  const { width, toggle } = useJsonPane();
  return (
    <section className={styles['pane']} style={{ width }} aria-label={t(texts.pane)}>
      <Edge label={t(texts.width)} />
      <header className={styles['head']}>
        <h2 className={styles['title']}>{t(texts.title)}</h2>
        <Button look="icon" aria-label={t(texts.close)} onPress={toggle}>
          <X size={16} aria-hidden="true" />
        </Button>
      </header>
      <div className={styles['text']}>
        <JsonEditor part={wholeJourney} label={t(texts.pane)} />
      </div>
    </section>
  );
}

const step = 24;

/** Its left edge, which the mouse drags and the arrow keys move. */
function Edge({ label }: { readonly label: string }) {
  const { width, resize } = useJsonPane();
  const drag = ({ buttons, movementX }: PointerEvent) => {
    if (buttons === 1) resize(width - movementX);
  };
  const move = (event: KeyboardEvent) => {
    const by = { ArrowLeft: step, ArrowRight: -step }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    resize(width + by);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule does not move.
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      className={styles['edge']}
      onPointerDown={({ currentTarget, pointerId }) => currentTarget.setPointerCapture(pointerId)}
      onPointerMove={drag}
      onKeyDown={move}
    />
  );
}
