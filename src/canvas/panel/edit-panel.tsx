import { useText } from '../text/use-text.ts';
import styles from './edit-panel.module.css';

const texts = { panel: { en: 'Settings', ko: '설정' } };

export function EditPanel() {
  const t = useText();
  return <aside className={styles['panel']} aria-label={t(texts.panel)} />;
}
