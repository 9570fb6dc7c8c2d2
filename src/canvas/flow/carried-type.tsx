// What is carried from the palette, beside the pointer.

import { iconOf } from '../model/words.ts';
import { useText } from '../text/use-text.ts';
import { Icon } from '../ui/icon.tsx';
import { useDrawing } from './drawing.ts';
import styles from './palette.module.css';

export function CarriedType() {
  const t = useText();
  const carried = useDrawing((drawing) => drawing.carried);
  if (carried === undefined) return null;
  const { type, at } = carried;
  return (
    <div className={styles['carried']} style={{ translate: `${at.x}px ${at.y}px` }} aria-hidden="true">
      <Icon name={iconOf(type.type, type)} />
      {t(type.title)}
    </div>
  );
}
