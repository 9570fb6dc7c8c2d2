// The emulator's phones beside the canvas: what was sent appears there, and can be answered.

import { ExternalLink, X } from 'lucide-react';
import { useSession } from '../state/session.ts';
import { useLanguage, useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Tip } from '../ui/tip.tsx';
import styles from './phones-pane.module.css';
import { useLive } from './state.ts';

const texts = {
  phones: { en: 'Phones', ko: '휴대전화' },
  all: { en: 'All phones', ko: '모든 휴대전화' },
  close: { en: 'Close the phones', ko: '휴대전화 닫기' },
  apart: { en: 'Open in a window of their own', ko: '새 창에서 열기' },
};

export function PhonesPane() {
  const t = useText();
  const language = useLanguage();
  const phone = useLive((state) => state.phone);
  const phonesUrl = useSession(({ session }) => session?.phonesUrl ?? null);
  if (phone === undefined || phonesUrl === null) return null;
  const address = `${phonesUrl}?lang=${language}${phone === '' ? '' : `#${encodeURIComponent(phone)}`}`;
  return (
    <section className={styles['pane']} aria-label={t(texts.phones)}>
      <header className={styles['head']}>
        <h2 className={styles['title']}>{t(texts.phones)}</h2>
        {phone !== '' && (
          <Button look="plain" onPress={() => useLive.setState({ phone: '' })}>
            {t(texts.all)}
          </Button>
        )}
        <a
          className={styles['apart']}
          href={address}
          target="_blank"
          rel="noreferrer"
          aria-label={t(texts.apart)}
        >
          <ExternalLink size={16} aria-hidden="true" />
        </a>
        <Tip text={t(texts.close)} placement="bottom">
          <Button
            look="icon"
            aria-label={t(texts.close)}
            onPress={() => useLive.setState({ phone: undefined })}
          >
            <X size={16} aria-hidden="true" />
          </Button>
        </Tip>
      </header>
      <iframe
        key={phone}
        className={styles['frame']}
        title={t(texts.phones)}
        src={address}
        sandbox="allow-scripts allow-forms allow-same-origin"
        referrerPolicy="no-referrer"
      />
    </section>
  );
}
