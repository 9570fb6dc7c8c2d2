// The menu of a step.

import { Menu, MenuItem } from 'react-aria-components';
import type { Point } from '../model/journey.ts';
import { useEditor } from '../state/editor.ts';
import { useText } from '../text/use-text.ts';
import menu from '../ui/menu.module.css';
import { AtPoint, afterClosing } from './at-point.tsx';
import { useDrawing } from './drawing.ts';
import { keysText } from './keys-text.ts';
import { shortcuts } from './shortcuts.ts';
import styles from './step-menu.module.css';

const entries = [
  'rename',
  'add',
  'connect',
  'duplicate',
  'copy',
  'cut',
  'group',
  'into-group',
  'begin-here',
  'remove',
];
const texts = { menu: { en: 'Step', ko: '단계' } };

export function StepMenu({ step, at }: { readonly step: string; readonly at: Point }) {
  const t = useText();
  const isStart = useEditor(({ history }) => history?.present.start === step);
  const close = () => useDrawing.setState({ menu: undefined });
  const shown = shortcuts.filter(({ id }) => entries.includes(id) && !(isStart && id === 'begin-here'));
  const sorted = shown.sort((a, b) => entries.indexOf(a.id) - entries.indexOf(b.id));
  return (
    <AtPoint at={at} onClose={close}>
      <Menu
        className={menu['menu'] ?? ''}
        aria-label={t(texts.menu)}
        autoFocus="first"
        items={sorted}
        onAction={(key) => {
          close();
          afterClosing(() => shortcuts.find(({ id }) => id === key)?.run());
        }}
      >
        {({ id, title, keys }) => (
          <MenuItem id={id} textValue={t(title)} className={menu['item'] ?? ''}>
            <span className={styles['title']}>{t(title)}</span>
            <kbd className={styles['key']}>{keysText(keys[0] ?? '')}</kbd>
          </MenuItem>
        )}
      </Menu>
    </AtPoint>
  );
}
