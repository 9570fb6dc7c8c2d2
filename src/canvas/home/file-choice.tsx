// A journey from a file: what is no journey is told with its lines.

import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import type { CheckIssue } from '../../journey/check-issue.ts';
import { importFile } from '../export/import-file.ts';
import type { Journey } from '../model/journey.ts';
import { nameOf } from '../text/name-of.ts';
import { useLanguage, useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import styles from './file-choice.module.css';

const texts = {
  choose: { en: 'Choose a file…', ko: '파일 선택…' },
  help: {
    en: 'A journey as JSON, or a chart that was exported to XState',
    ko: 'JSON 여정 또는 XState로 내보낸 차트',
  },
};

interface Props {
  readonly chosen: Journey | undefined;
  readonly onChoose: (journey: Journey | undefined) => void;
}

export function FileChoice({ chosen, onChoose }: Props) {
  const t = useText();
  const language = useLanguage();
  const [issues, setIssues] = useState<readonly CheckIssue[]>([]);
  const read = async (files: FileList | null) => {
    const text = await files?.[0]?.text();
    if (text === undefined) return;
    const { journey, issues: found = [] } = importFile(text);
    setIssues(found);
    onChoose(journey);
  };
  return (
    <div className={styles['choice']}>
      <FileTrigger acceptedFileTypes={['application/json', '.json', '.jsonc']} onSelect={read}>
        <Button>{t(texts.choose)}</Button>
      </FileTrigger>
      <p className={styles['help']}>{t(texts.help)}</p>
      {chosen !== undefined && <p>{nameOf(chosen.name, language)}</p>}
      {issues.length > 0 && (
        <ul className={styles['issues']} role="alert">
          {issues.map(({ code, path, range, text }) => (
            <li key={`${code} ${path.join('/')}`}>
              {range === null ? '' : `${range.line}: `}
              {t(text)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
