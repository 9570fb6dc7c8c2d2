// The session has ended while the page was open: how to get another one. Nothing is lost, and all goes on by itself once
// a new link was opened in any tab.

import { useEffect, useState } from 'react';
import { askForSession, useSession } from '../state/session.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Command } from '../ui/command.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { say } from '../ui/toast.tsx';

const texts = {
  title: { en: 'Your session has ended', ko: '세션이 끝났습니다' },
  body: {
    en: 'Nothing is lost: what you write is kept on this computer. Open a new link in this browser, in any tab, and saving goes on. This prints one:',
    ko: '사라진 내용은 없습니다. 작성 중인 내용은 이 컴퓨터에 보관됩니다. 이 브라우저의 아무 탭에서나 새 링크를 열면 저장이 이어집니다. 새 링크는 이렇게 만듭니다.',
  },
  later: { en: 'Keep writing', ko: '계속 작성하기' },
  retry: { en: 'I have opened it', ko: '링크를 열었어요' },
  back: { en: 'Signed in again', ko: '다시 로그인했습니다' },
};

/** Between questions whether another tab has signed in. */
const askMs = 3_000;

export function SessionDialog() {
  const t = useText();
  const isEnded = useSession(({ standing }) => standing === 'ended');
  const [isHidden, setHidden] = useState(false);
  useEffect(() => {
    if (!isEnded) return;
    setHidden(false);
    const timer = setInterval(askForSession, askMs);
    addEventListener('focus', askForSession);
    return () => {
      clearInterval(timer);
      removeEventListener('focus', askForSession);
      if (useSession.getState().standing === 'in') say({ text: texts.back });
    };
  }, [isEnded]);
  return (
    <Dialog
      title={t(texts.title)}
      isOpen={isEnded && !isHidden}
      onClose={() => setHidden(true)}
      actions={
        <>
          <Button onPress={() => setHidden(true)}>{t(texts.later)}</Button>
          <Button look="primary" onPress={() => askForSession()}>
            {t(texts.retry)}
          </Button>
        </>
      }
    >
      <p>{t(texts.body)}</p>
      <Command text="npm run jornada -- open" />
    </Dialog>
  );
}
