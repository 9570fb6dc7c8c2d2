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
  const { base, theirs, merge } = useSides({ mine, saving, conflict });
  const [choices, setChoices] = useState<readonly (Side | undefined)[]>([]);
  const clashes = merge?.clashes ?? [];
  const chosen = clashes.map((_clash, index) => choices[index]);
  const isDecided = chosen.every((choice) => choice !== undefined);

  const decide = (text: string) => {
    tellDraft({ type: 'resolved', text, on: conflict });
    closeDialog();
  };
  const join = () => {
    const sides = chosen.map((choice) => choice ?? 'mine');
    if (merge !== undefined) decide(toDraftText(settleMerge(merge, sides)));
  };
  const choose = (at: number, side: Side) => setChoices(chosen.with(at, side));
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
      <Situation
        at={conflict.updatedAt}
        isReadable={theirs !== undefined}
        isClean={merge !== undefined && clashes.length === 0}
      />
      {clashes.length > 0 && <ClashList clashes={clashes} choices={chosen} onChoose={choose} />}
      <Comparison base={base} mine={mine} theirs={theirs} theirText={conflict.source} />
    </Dialog>
  );
}

/** What both began from, what they have made of it, and both joined; undefined what can't be drawn. */
function useSides({ mine, saving, conflict }: Props) {
  const base = useMemo(() => fromText(saving.standing.text).journey, [saving.standing.text]);
  const theirs = useMemo(() => fromText(conflict.source, mine).journey, [conflict.source, mine]);
  const merge = useMemo(() => base && theirs && mergeJourneys(base, mine, theirs), [base, mine, theirs]);
  return { base, theirs, merge };
}

interface SituationProps {
  /** ISO 8601, of the other author's save. */
  readonly at: string;
  readonly isReadable: boolean;
  readonly isClean: boolean;
}

function Situation({ at, isReadable, isClean }: SituationProps) {
  const t = useText();
  const language = useLanguage();
  return (
    <>
      <p className={styles['body']}>
        {t(texts.body)} <time dateTime={at}>({timeWords(at, language)})</time>
      </p>
      {isClean && <p className={styles['body']}>{t(texts.clean)}</p>}
      {!isReadable && <p className={styles['body']}>{t(texts.unreadable)}</p>}
    </>
  );
}

interface ComparisonProps {
  readonly base: Journey | undefined;
  readonly mine: Journey;
  readonly theirs: Journey | undefined;
  readonly theirText: string;
}

function Comparison({ base, mine, theirs, theirText }: ComparisonProps) {
  const t = useText();
  const left = useMemo(() => toText(mine), [mine]);
  const right = useMemo(() => (theirs === undefined ? theirText : toText(theirs)), [theirs, theirText]);
  const text = {
    id: 'text',
    title: t(texts.text),
    content: () => (
      <TextCompare
        left={{ title: t(texts.mine), text: left }}
        right={{ title: t(texts.theirs), text: right }}
      />
    ),
  };
  if (base === undefined || theirs === undefined) return <Tabs label={t(texts.compare)} tabs={[text]} />;
  const words = {
    id: 'words',
    title: t(texts.words),
    content: () => <BothChanges base={base} mine={mine} theirs={theirs} />,
  };
  return <Tabs label={t(texts.compare)} tabs={[words, text]} />;
}
