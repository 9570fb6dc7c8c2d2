// How the draft is saved, in a few words: in the bar over the canvas, always in sight.

import { CircleCheck, CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react';
import { useLanguage, useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { useDraft } from './draft.ts';
import { openDialog } from './draft-dialog.ts';
import styles from './saved-state.module.css';
import { isDirty, type Saving } from './saving.ts';
import { timeWords } from './time-words.ts';

const texts = {
  saving: { en: 'Saving…', ko: '저장 중…' },
  unreachable: { en: 'Offline, kept on this computer', ko: '오프라인, 이 컴퓨터에 보관됨' },
  expired: { en: 'Signed out, kept on this computer', ko: '로그아웃됨, 이 컴퓨터에 보관됨' },
  refused: { en: 'Not saved, kept on this computer', ko: '저장 안 됨, 이 컴퓨터에 보관됨' },
  nowhere: {
    en: 'Kept nowhere: leave this page open, or export the journey',
    ko: '어디에도 보관되지 않음: 페이지를 닫지 말거나 여정을 내보내세요',
  },
  conflict: { en: 'Changed elsewhere too: decide', ko: '다른 곳에서도 변경됨: 선택하기' },
};

export function SavedState() {
  const { saving, isKept } = useDraft();
  const t = useText();
  if (saving === undefined) return null;
  if (saving.conflict !== undefined) {
    return (
      <Button look="plain" onPress={() => openDialog({ name: 'conflict' })}>
        <span className={styles['problem']} role="status">
          <TriangleAlert size={14} aria-hidden="true" />
          {t(texts.conflict)}
        </span>
      </Button>
    );
  }
  return <Calm saving={saving} isKept={isKept} />;
}

function Calm({ saving, isKept }: { readonly saving: Saving; readonly isKept: boolean }) {
  const t = useText();
  const language = useLanguage();
  const { trouble, savedAt } = saving;
  if (trouble !== undefined) {
    return (
      <span
        className={styles['problem']}
        role="status"
        title={trouble.kind === 'refused' ? trouble.detail : undefined}
      >
        <CloudOff size={14} aria-hidden="true" />
        {t(isKept ? texts[trouble.kind] : texts.nowhere)}
      </span>
    );
  }
  if (saving.flight !== undefined || isDirty(saving)) {
    return (
      <span className={styles['state']}>
        <LoaderCircle size={14} aria-hidden="true" />
        {t(texts.saving)}
      </span>
    );
  }
  if (savedAt === undefined) return null;
  const time = timeWords(savedAt, language);
  return (
    <span className={styles['state']}>
      <CircleCheck size={14} aria-hidden="true" />
      {language === 'ko' ? `${time}에 저장됨` : `Saved ${time}`}
    </span>
  );
}
