// No session: how to get one.

import { useText } from '../text/use-text.ts';
import { Command } from '../ui/command.tsx';
import { Notice } from '../ui/notice.tsx';

const texts = {
  title: { en: 'Open the canvas with a link', ko: '링크로 캔버스를 여세요' },
  body: {
    en: 'Jornada prints one when it starts. Another one, any time:',
    ko: 'Jornada를 시작하면 링크가 나옵니다. 새 링크는 언제든지 이렇게 만듭니다.',
  },
};

export function SignedOut() {
  const t = useText();
  return (
    <Notice title={t(texts.title)}>
      <p>{t(texts.body)}</p>
      <Command text="npm run jornada -- open" />
    </Notice>
  );
}
