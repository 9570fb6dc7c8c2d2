// Two authors have changed one draft: what each of them did, and what is to stand. Nothing is lost whatever is chosen:
// what was on the canvas can be brought back by undo.

import { useMemo, useState } from 'react';
import type { Journey } from '../model/journey.ts';
import { fromText, toText } from '../model/json-text.ts';
import { useJourney } from '../state/editor.ts';
import { useLanguage, useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { BothChanges } from './both-changes.tsx';
import { ClashList } from './clash-list.tsx';
import styles from './conflict-dialog.module.css';
import { tellDraft, toDraftText, useDraft } from './draft.ts';
import { closeDialog } from './draft-dialog.ts';
import { mergeJourneys, type Side, settleMerge } from './merge-journeys.ts';
import type { Saving, ServerDraft } from './saving.ts';
import { TextCompare } from './text-compare.tsx';
import { timeWords } from './time-words.ts';

const texts = {
  title: { en: 'This draft was changed elsewhere too', ko: '다른 곳에서도 이 초안이 변경되었습니다' },
  body: {
    en: 'Your changes are kept on this computer and not saved yet. Decide what is to stand; undo brings back what you had.',
    ko: '내 변경 내용은 이 컴퓨터에 보관되어 있고 아직 저장되지 않았습니다. 무엇을 남길지 선택하세요. 실행 취소로 되돌릴 수 있습니다.',
  },
  mine: { en: 'Yours', ko: '내 것' },
  theirs: { en: 'Theirs', ko: '상대방 것' },
  compare: { en: 'How to compare', ko: '비교 방식' },
  words: { en: 'Who changed what', ko: '변경 요약' },
  text: { en: 'Text', ko: '텍스트' },
  later: { en: 'Decide later', ko: '나중에 선택' },
  takeTheirs: { en: 'Take theirs', ko: '상대방 것 사용' },
  keepMine: { en: 'Keep yours', ko: '내 것 사용' },
  merge: { en: 'Join both', ko: '둘 다 합치기' },
  clean: {
    en: 'You have changed different steps: both can be joined as they are.',
    ko: '서로 다른 단계를 변경했으므로 그대로 합칠 수 있습니다.',
  },
  unreadable: {
    en: 'Theirs has not the shape of a journey, so it can only be compared as text.',
    ko: '상대방 것은 여정의 형태가 아니어서 텍스트로만 비교할 수 있습니다.',
  },
};

export function ConflictDialog() {
  const { saving } = useDraft();
  const mine = useJourney();
  if (saving?.conflict === undefined || mine === undefined) return null;
  return <Decision key={saving.conflict.revision} mine={mine} saving={saving} conflict={saving.conflict} />;
}

interface Props {
  readonly mine: Journey;
  readonly saving: Saving;
  readonly conflict: ServerDraft;
}

function Decision({ mine, saving, conflict }: Props) {
  const t = useText();
  const language = useLanguage();
  const base = useMemo(() => fromText(saving.standing.text).journey, [saving.standing.text]);
  const theirs = useMemo(() => fromText(conflict.source, mine).journey, [conflict.source, mine]);
  const merge = useMemo(() => base && theirs && mergeJourneys(base, mine, theirs), [base, mine, theirs]);
  const [choices, setChoices] = useState<readonly (Side | undefined)[]>([]);
  const chosen = merge?.clashes.map((_clash, index) => choices[index]) ?? [];
  const isDecided = chosen.every((choice) => choice !== undefined);

  const decide = (text: string) => {
    tellDraft({ type: 'resolved', text, on: conflict });
    closeDialog();
  };
  const join = () =>
    merge &&
    decide(
      toDraftText(
        settleMerge(
          merge,
          chosen.map((choice) => choice ?? 'mine'),
        ),
      ),
    );
  return (
    <Dialog
      title={t(texts.title)}
      size="large"
      isOpen
      onClose={closeDialog}
      actions={
        <>
          <Button onPress={closeDialog}>{t(texts.later)}</Button>
          <Button isDisabled={theirs === undefined} onPress={() => decide(conflict.source)}>
            {t(texts.takeTheirs)}
          </Button>
          <Button onPress={() => decide(saving.text)}>{t(texts.keepMine)}</Button>
          <Button look="primary" isDisabled={merge === undefined || !isDecided} onPress={join}>
            {t(texts.merge)}
          </Button>
        </>
      }
    >
      <p className={styles['body']}>
        {t(texts.body)} <time dateTime={conflict.updatedAt}>({timeWords(conflict.updatedAt, language)})</time>
      </p>
      {merge !== undefined && merge.clashes.length === 0 && (
        <p className={styles['body']}>{t(texts.clean)}</p>
      )}
      {theirs === undefined && <p className={styles['body']}>{t(texts.unreadable)}</p>}
      {merge !== undefined && merge.clashes.length > 0 && (
        <ClashList
          clashes={merge.clashes}
          choices={chosen}
          onChoose={(at, side) =>
            setChoices((before) => merge.clashes.map((_, index) => (index === at ? side : before[index])))
          }
        />
      )}
      <Tabs
        label={t(texts.compare)}
        tabs={[
          ...(base && theirs
            ? [
                {
                  id: 'words',
                  title: t(texts.words),
                  content: () => <BothChanges base={base} mine={mine} theirs={theirs} />,
                },
              ]
            : []),
          {
            id: 'text',
            title: t(texts.text),
            content: () => (
              <TextCompare
                left={{ title: t(texts.mine), text: toText(mine) }}
                right={{
                  title: t(texts.theirs),
                  text: theirs === undefined ? conflict.source : toText(theirs),
                }}
              />
            ),
          },
        ]}
      />
    </Dialog>
  );
}
