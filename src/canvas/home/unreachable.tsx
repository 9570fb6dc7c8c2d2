// The page is there, but the server behind it does not answer.

import { useEffect } from 'react';
import { askForSession } from '../state/session.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

const texts = {
  title: { en: 'Jornada does not answer', ko: 'Jornada가 응답하지 않습니다' },
  body: {
    en: 'The server may be starting, or it has stopped. The page goes on by itself once it answers.',
    ko: '서버가 시작되는 중이거나 멈춰 있습니다. 서버가 응답하면 자동으로 이어집니다.',
  },
  retry: { en: 'Try again', ko: '다시 시도' },
};

const askMs = 3_000;

export function Unreachable() {
  const t = useText();
  useEffect(() => {
    const timer = setInterval(askForSession, askMs);
    return () => clearInterval(timer);
  }, []);
  return (
    <Notice
      title={t(texts.title)}
      actions={<Button onPress={() => askForSession()}>{t(texts.retry)}</Button>}
    >
      <p>{t(texts.body)}</p>
    </Notice>
  );
}
