// A part of the journey as text, and above it what keeps text and canvas apart.

import { useEffect, useRef, useState } from 'react';
import { useEditor } from '../state/editor.ts';
import { useLanguage, useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { createEditor, type JsonEditor as Editor } from './create-editor.ts';
import { together } from './follow-part.ts';
import styles from './json-editor.module.css';
import type { Part } from './part.ts';

const texts = {
  leave: { en: 'Press Escape, then Tab to leave.', ko: '나가려면 Esc를 누른 다음 Tab을 누르세요.' },
  kept: {
    en: 'The canvas shows the last text that could be read. This one is kept here.',
    ko: '캔버스는 마지막으로 읽을 수 있었던 내용을 보여 줍니다. 이 글은 여기에 보관됩니다.',
  },
  behind: {
    en: 'The canvas has changed since: both are joined as soon as the text can be read.',
    ko: '그 사이 캔버스가 바뀌었습니다. 글을 읽을 수 있게 되면 둘을 합칩니다.',
  },
  discard: { en: 'Go back to the canvas’s text', ko: '캔버스의 내용으로 되돌리기' },
};

interface Props<Value extends object> {
  readonly part: Part<Value>;
  readonly label: string;
}

export function JsonEditor<Value extends object>({ part, label }: Props<Value>) {
  const t = useText();
  const language = useLanguage();
  const journey = useEditor(({ history }) => history?.present.id);
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor>(undefined);
  const [standing, setStanding] = useState(together);
  const name = `${label}. ${t(texts.leave)}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another journey is another text.
  useEffect(() => {
    const parent = host.current;
    if (parent === null) return;
    const created = createEditor({ parent, part, label: name, language, tell: setStanding });
    editor.current = created;
    return () => created?.destroy();
  }, [part, name, language, journey]);
  return (
    <div className={styles['whole']}>
      <div role="status">
        {standing.problems.length > 0 && (
          <div className={styles['banner']}>
            <p>
              <b>{count[language](standing.problems.length)}</b> {t(texts.kept)}
              {standing.isBehind && ` ${t(texts.behind)}`}
            </p>
            <Button onPress={() => editor.current?.takeJourney()}>{t(texts.discard)}</Button>
          </div>
        )}
      </div>
      <div ref={host} className={styles['editor']} />
    </div>
  );
}

const count = {
  en: (problems: number) => (problems === 1 ? 'A problem in the text.' : `${problems} problems in the text.`),
  ko: (problems: number) => `글에 문제가 ${problems}개 있습니다.`,
};
