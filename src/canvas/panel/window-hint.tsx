// What a free-form message of WhatsApp needs: an open window of 24 hours (F§4.1).

import { Clock } from 'lucide-react';
import { outlineOf } from '../model/outline.ts';
import { useEditor } from '../state/editor.ts';
import { useText } from '../text/use-text.ts';
import styles from './panel.module.css';

const texts = {
  needs: {
    en: 'Needs an open window: free text may go out only for 24 hours after the person last wrote.',
    ko: '열린 대화 창이 필요합니다. 자유 형식은 고객이 마지막으로 쓴 뒤 24시간 동안만 보낼 수 있습니다.',
  },
  waits: {
    en: 'Outside of it, the message waits until they write.',
    ko: '창 밖에서는 고객이 쓸 때까지 기다립니다.',
  },
  ends: {
    en: 'Outside of it, the step ends as “window closed”.',
    ko: '창 밖에서는 "대화 창 닫힘"으로 끝납니다.',
  },
};

export function WindowHint({ id }: { readonly id: string }) {
  const t = useText();
  const outline = useEditor((state) => outlineOf(state.check, id));
  if (outline?.freeForm !== true) return null;
  return (
    <p className={styles['window']}>
      <Clock size={14} aria-hidden="true" />
      <span>
        {t(texts.needs)} {t(outline.waitsForWindow ? texts.waits : texts.ends)}
      </span>
    </p>
  );
}
