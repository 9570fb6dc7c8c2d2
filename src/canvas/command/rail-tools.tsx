// Tools for the whole journey, at the foot of the rail: commands, its text, export, the keys.

import { Braces, Command, Download, Keyboard } from 'lucide-react';
import type { ReactNode } from 'react';
import { Toolbar } from 'react-aria-components';
import type { LocalizedText } from '../../journey/catalogue.ts';
import { keysText } from '../flow/keys-text.ts';
import { type CommandWindow, useCommand } from '../state/command.ts';
import { useEditor } from '../state/editor.ts';
import { useJsonPane } from '../state/json-pane.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Tip } from '../ui/tip.tsx';
import { journeyActions } from './journey-actions.ts';
import styles from './rail-tools.module.css';
import { useActions } from './use-command-keys.ts';

const texts = {
  tools: { en: 'The journey', ko: '여정 도구' },
  commands: { en: 'All commands', ko: '모든 명령' },
  json: { en: 'JSON beside the canvas', ko: '캔버스 옆에 JSON 보기' },
  export: { en: 'Export', ko: '내보내기' },
  keys: { en: 'Keyboard shortcuts', ko: '단축키' },
};

export function RailTools() {
  const t = useText();
  const mode = useEditor((state) => state.mode);
  const { isOpen, toggle } = useJsonPane();
  useActions(journeyActions);
  return (
    <nav className={styles['place']} aria-label={t(texts.tools)}>
      <Toolbar orientation="vertical" aria-label={t(texts.tools)} className={styles['tools'] ?? ''}>
        {mode !== 'live' && (
          <Tip text={t(texts.json)} shortcut="J">
            <Button look="icon" aria-label={t(texts.json)} aria-pressed={isOpen} onPress={toggle}>
              <Braces size={16} aria-hidden="true" />
            </Button>
          </Tip>
        )}
        <WindowButton window="export" text={texts.export} shortcut="Mod+Shift+E">
          <Download size={16} aria-hidden="true" />
        </WindowButton>
        <WindowButton window="palette" text={texts.commands} shortcut="Mod+K">
          <Command size={16} aria-hidden="true" />
        </WindowButton>
        <WindowButton window="keys" text={texts.keys} shortcut="?">
          <Keyboard size={16} aria-hidden="true" />
        </WindowButton>
      </Toolbar>
    </nav>
  );
}

interface WindowButtonProps {
  readonly window: CommandWindow;
  readonly text: LocalizedText;
  readonly shortcut: string;
  readonly children: ReactNode;
}

function WindowButton({ window, text, shortcut, children }: WindowButtonProps) {
  const t = useText();
  const open = useCommand((state) => state.open);
  return (
    <Tip text={t(text)} shortcut={keysText(shortcut)}>
      <Button look="icon" aria-label={t(text)} onPress={() => open(window)}>
        {children}
      </Button>
    </Tip>
  );
}
