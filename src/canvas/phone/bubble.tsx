// One message of ours on a phone, as its channel shows it.

import type { ShownMessage } from '../../simulator/shown-message.ts';
import { useText } from '../text/use-text.ts';
import styles from './bubble.module.css';
import { Mail } from './mail.tsx';
import type { OnTap, SentLine } from './phone-line.ts';
import { TickMark } from './tick-mark.tsx';
import { WhatsAppBody, WhatsAppButtons } from './whatsapp-body.tsx';

interface Props {
  readonly line: SentLine;
  readonly time: string | undefined;
  readonly onTap?: OnTap;
}

const texts = {
  whatsapp: { en: 'WhatsApp', ko: '왓츠앱' },
  sms: { en: 'Text message', ko: '문자 메시지' },
  email: { en: 'E-mail', ko: '이메일' },
};

export function Bubble({ line, time, onTap }: Props) {
  const t = useText();
  const { message, tick, remark } = line;
  return (
    <article
      className={styles['bubble']}
      data-channel={message.channel}
      aria-label={t(texts[message.channel])}
    >
      {message.channel !== 'whatsapp' && <div className={styles['channel']}>{t(texts[message.channel])}</div>}
      <Content message={message} />
      <footer className={styles['foot']}>
        {time !== undefined && <time>{time}</time>}
        {tick !== undefined && <TickMark tick={tick} />}
      </footer>
      {message.channel === 'whatsapp' && (
        <WhatsAppButtons
          buttons={message.buttons}
          {...(onTap === undefined ? {} : { onTap: (button) => onTap(line, button) })}
        />
      )}
      {remark !== undefined && <p className={styles['remark']}>{remark}</p>}
    </article>
  );
}

function Content({ message }: { readonly message: ShownMessage }) {
  switch (message.channel) {
    case 'sms':
      return <p className={styles['text']}>{message.text}</p>;
    case 'email':
      return <Mail {...message} />;
    case 'whatsapp':
      return <WhatsAppBody message={message} />;
  }
}
