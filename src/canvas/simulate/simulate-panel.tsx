import { useText } from '../text/use-text.ts';
import styles from './simulate-panel.module.css';

const texts = { panel: { en: 'Simulation', ko: '시뮬레이션' } };

export function SimulatePanel() {
  const t = useText();
  return <aside className={styles['panel']} aria-label={t(texts.panel)} />;
}
