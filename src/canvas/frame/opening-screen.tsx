// A journey that is not on the canvas: it is on its way, there is none, nobody answers, or its draft can't be drawn.

import { client } from '../api/client.ts';
import { type Opening, reopen, useOpening } from '../state/open-journey.ts';
import { go } from '../state/route.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { LoadingScreen } from '../ui/loading.tsx';
import { Notice } from '../ui/notice.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { say } from '../ui/toast.tsx';
import styles from './opening-screen.module.css';

const texts = {
  missing: { en: 'There is no such journey', ko: '그런 여정이 없습니다' },
  missingBody: { en: 'Neither a draft nor a version has this id:', ko: '이 id의 초안이나 버전이 없습니다.' },
  failed: { en: 'The journey could not be opened', ko: '여정을 열지 못했습니다' },
  unreadable: { en: 'This draft can not be drawn yet', ko: '이 초안은 아직 그릴 수 없습니다' },
  unreadableBody: {
    en: 'It was saved by other means and has not the shape of a journey. It stays as it is until it is repaired, or until you begin anew.',
    ko: '다른 방법으로 저장된 초안이며 아직 여정의 형태가 아닙니다. 고치거나 새로 시작할 때까지 그대로 둡니다.',
  },
  home: { en: 'All journeys', ko: '모든 여정' },
  retry: { en: 'Try again', ko: '다시 시도' },
  drop: { en: 'Delete this draft', ko: '이 초안 삭제' },
};

export function OpeningScreen({ journey }: { readonly journey: string }) {
  const t = useText();
  const { opening } = useOpening();
  const home = <Button onPress={() => go({ screen: 'home' })}>{t(texts.home)}</Button>;
  const retry = <Button onPress={() => reopen()}>{t(texts.retry)}</Button>;
  switch (opening.phase) {
    case 'opening':
    case 'open':
      return <LoadingScreen />;
    case 'missing':
      return (
        <Notice title={t(texts.missing)} actions={home}>
          <p>
            {t(texts.missingBody)} <code>{journey}</code>
          </p>
        </Notice>
      );
    case 'failed':
      return (
        <Notice
          title={t(texts.failed)}
          actions={
            <>
              {home}
              {retry}
            </>
          }
        >
          <ProblemNote error={opening.error} />
        </Notice>
      );
    case 'unreadable':
      return <Unreadable journey={journey} opening={opening} />;
  }
}

interface UnreadableProps {
  readonly journey: string;
  readonly opening: Extract<Opening, { readonly phase: 'unreadable' }>;
}

function Unreadable({ journey, opening: { issues, text } }: UnreadableProps) {
  const t = useText();
  const drop = async () => {
    try {
      const { revision } = await client.draft(journey);
      await client.deleteDraft(journey, revision);
      reopen();
    } catch {
      say({ text: texts.failed, tone: 'problem' });
    }
  };
  return (
    <Notice
      title={t(texts.unreadable)}
      actions={
        <>
          <Button onPress={() => go({ screen: 'home' })}>{t(texts.home)}</Button>
          <Button onPress={() => reopen()}>{t(texts.retry)}</Button>
          <Button onPress={drop}>{t(texts.drop)}</Button>
        </>
      }
    >
      <p>{t(texts.unreadableBody)}</p>
      <ul className={styles['issues']}>
        {issues.map(({ code, range, text: words, path }) => (
          <li key={`${code} ${path.join('/')}`}>
            {range !== null && <span className={styles['line']}>{range.line}: </span>}
            {t(words)}
          </li>
        ))}
      </ul>
      <pre className={styles['text']}>{text}</pre>
    </Notice>
  );
}
