// Edit, Simulate, Live: one canvas, nothing jumps.

import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { Mode } from '../state/editor.ts';
import { go } from '../state/route.ts';
import { useText } from '../text/use-text.ts';
import styles from './mode-switch.module.css';

const texts = {
  mode: { en: 'Mode', ko: '모드' },
  edit: { en: 'Edit', ko: '편집' },
  simulate: { en: 'Simulate', ko: '시뮬레이션' },
  live: { en: 'Live', ko: '실시간' },
};
const modes = ['edit', 'simulate', 'live'] as const;

interface Props {
  readonly journey: string;
  readonly mode: Mode;
  /** A version that is looked at. */
  readonly version?: number | undefined;
}

export function ModeSwitch({ journey, mode, version }: Props) {
  const t = useText();
  return (
    <ToggleButtonGroup
      aria-label={t(texts.mode)}
      className={styles['modes'] ?? ''}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[mode]}
      onSelectionChange={([chosen]) =>
        go({
          screen: 'journey',
          journey,
          mode: chosen as Mode,
          ...(version === undefined ? {} : { version }),
        })
      }
    >
      {modes.map((name) => (
        <ToggleButton key={name} id={name} data-tour={name} className={styles['mode'] ?? ''}>
          {t(texts[name])}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
