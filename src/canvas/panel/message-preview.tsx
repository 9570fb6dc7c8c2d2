// The message of a step on a phone, with the values of an invented person: what the worker composes is what will be sent.

import { useEffect, useState } from 'react';
import type { ShownMessage } from '../../simulator/shown-message.ts';
import type { Journey } from '../model/journey.ts';
import { outlineOf } from '../model/outline.ts';
import { Phone } from '../phone/phone.tsx';
import { useEditor } from '../state/editor.ts';
import { useText } from '../text/use-text.ts';
import { ask } from '../worker/ask.ts';
import styles from './panel.module.css';

const texts = {
  preview: { en: 'Preview with sample values', ko: '예시 값으로 미리보기' },
  empty: {
    en: 'A preview comes as soon as the settings fit.',
    ko: '설정이 맞으면 미리보기가 나타납니다.',
  },
  parts: {
    en: (parts: number) => (parts === 1 ? '1 part' : `${parts} parts`),
    ko: (parts: number) => `${parts}건`,
  },
};

/** A pause in typing of so many milliseconds. */
const pauseMs = 200;

export function MessagePreview({ id, journey }: { readonly id: string; readonly journey: Journey }) {
  const t = useText();
  const channel = useEditor((state) => outlineOf(state.check, id)?.channel ?? null);
  const message = usePreview(id, journey, channel !== null);
  if (channel === null) return null;
  return (
    <div className={styles['stack']}>
      <p className={styles['hint']}>{t(texts.preview)}</p>
      <Phone
        label={t(texts.preview)}
        lines={message === null ? [] : [{ id, message }]}
        empty={t(texts.empty)}
      />
      {message?.channel === 'sms' && <Parts {...message} />}
    </div>
  );
}

function usePreview(id: string, journey: Journey, isMessage: boolean): ShownMessage | null {
  const [shown, setShown] = useState<{ readonly id: string; readonly message: ShownMessage | null }>();
  useEffect(() => {
    if (!isMessage) return;
    let isWanted = true;
    const timer = setTimeout(() => {
      ask('preview', { journey, node: id }).then((message) => {
        if (isWanted) setShown({ id, message });
      });
    }, pauseMs);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [id, journey, isMessage]);
  return shown?.id === id ? shown.message : null;
}

type Sms = Extract<ShownMessage, { readonly channel: 'sms' }>;

/** Characters of one part alone, and of each of several (3GPP TS 23.040). */
const sizes = {
  'gsm-7': { alone: 160, each: 153, name: 'GSM-7' },
  'ucs-2': { alone: 70, each: 67, name: 'UCS-2' },
} as const;

function Parts({ encoding, length, segments }: Pick<Sms, 'encoding' | 'length' | 'segments'>) {
  const t = useText();
  const { alone, each, name } = sizes[encoding];
  const room = segments <= 1 ? alone : segments * each;
  const parts = t({ en: texts.parts.en(segments), ko: texts.parts.ko(segments) });
  return (
    <p className={styles['hint']} data-sms-parts={segments}>
      {parts} · {length}/{room} · {name}
    </p>
  );
}
