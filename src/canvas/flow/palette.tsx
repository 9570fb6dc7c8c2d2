// The rail of step types. Tools of the mode stand here, each with its name and shortcut as a tooltip.

import { useText } from '../text/use-text.ts';
import styles from './palette.module.css';

const texts = { palette: { en: 'Steps to add', ko: '추가할 단계' } };

export function Palette() {
  const t = useText();
  return <nav className={styles['rail']} aria-label={t(texts.palette)} />;
}
