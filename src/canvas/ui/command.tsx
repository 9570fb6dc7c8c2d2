// A command to type into a terminal, with a button that copies it.

import { Copy } from 'lucide-react';
import { useText } from '../text/use-text.ts';
import { Button } from './button.tsx';
import styles from './command.module.css';
import { say } from './toast.tsx';

const texts = {
  copy: { en: 'Copy the command', ko: '명령 복사' },
  copied: { en: 'Copied', ko: '복사했습니다' },
  refused: { en: 'The browser does not let the page copy', ko: '브라우저가 복사를 허용하지 않습니다' },
};

export function Command({ text }: { readonly text: string }) {
  const t = useText();
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => say({ text: texts.copied }),
      () => say({ text: texts.refused, tone: 'problem' }),
    );
  return (
    <div className={styles['command']}>
      <code>{text}</code>
      <Button look="icon" aria-label={t(texts.copy)} onPress={copy}>
        <Copy size={16} aria-hidden="true" />
      </Button>
    </div>
  );
}
