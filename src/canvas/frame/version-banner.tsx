// A version is looked at: nothing can be changed, and this is the way back.

import { go } from '../state/route.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import styles from './version-banner.module.css';

const texts = {
  text: { en: 'You are looking at a published version', ko: '게시된 버전을 보고 있습니다' },
  back: { en: 'Back to the draft', ko: '초안으로 돌아가기' },
};

export function VersionBanner({ journey }: { readonly journey: string }) {
  const t = useText();
  return (
    <div className={styles['banner']} role="status">
      {t(texts.text)}
      <Button onPress={() => go({ screen: 'journey', journey, mode: 'edit' })}>{t(texts.back)}</Button>
    </div>
  );
}
