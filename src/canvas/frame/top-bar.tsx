// The bar over the canvas: which journey, how it is saved, the modes, and what one does with the whole.

import type { Journey } from '../model/journey.ts';
import type { Mode } from '../state/editor.ts';
import { nameOf } from '../text/name-of.ts';
import { useLanguage } from '../text/use-text.ts';
import { ModeSwitch } from './mode-switch.tsx';
import styles from './top-bar.module.css';

export function TopBar({ journey, mode }: { readonly journey: Journey; readonly mode: Mode }) {
  const language = useLanguage();
  return (
    <header className={styles['bar']}>
      <h1 className={styles['name']}>{nameOf(journey.name, language)}</h1>
      <div className={styles['middle']}>
        <ModeSwitch journey={journey.id} mode={mode} />
      </div>
    </header>
  );
}
