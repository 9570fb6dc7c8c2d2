// A note: its text, written where it stands.

import { useText } from '../text/use-text.ts';
import { stopWriting } from './actions/rename.ts';
import { NameField } from './name-field.tsx';
import styles from './step-node.module.css';

const texts = {
  text: { en: 'Text of the note', ko: '메모 내용' },
  empty: { en: 'An empty note', ko: '빈 메모' },
};

interface Props {
  readonly id: string;
  readonly text: unknown;
  readonly isWriting: boolean;
}

export function NoteBody({ id, text, isWriting }: Props) {
  const t = useText();
  const words = typeof text === 'string' ? text : '';
  return (
    <div className={styles['note']}>
      {isWriting ? (
        <NameField label={t(texts.text)} name={words} lines={5} onDone={(done) => stopWriting(id, done)} />
      ) : (
        words || t(texts.empty)
      )}
    </div>
  );
}
