import { useText } from '../text/use-text.ts';
import styles from './live-panel.module.css';

const texts = { panel: { en: 'Live', ko: '실시간' } };

export function LivePanel() {
  const t = useText();
  return <aside className={styles['panel']} aria-label={t(texts.panel)} />;
}
