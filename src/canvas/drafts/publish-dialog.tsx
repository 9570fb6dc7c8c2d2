// Publishing: what changes, what the checker says, what it means for people under way, a note; then the version's number.

import { useState } from 'react';
import { selectNothing } from '../flow/actions/select.ts';
import { useEditor, useJourney } from '../state/editor.ts';
import { go } from '../state/route.ts';
import { useLanguage, useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Switch } from '../ui/switch.tsx';
import { useChanges } from './changes.ts';
import { CompareView } from './compare-view.tsx';
import { closeDialog, openDialog } from './draft-dialog.ts';
import { Findings } from './findings.tsx';
import { Part } from './part.tsx';
import { type Publication, publish } from './publication.ts';
import styles from './publish-dialog.module.css';
import { usePeopleInside } from './use-people-inside.ts';

const texts = {
  title: { en: 'Publish', ko: '게시' },
  first: { en: 'The first version of this journey', ko: '이 여정의 첫 번째 버전입니다' },
  canvas: { en: 'Draft', ko: '초안' },
  errors: { en: 'In the way', ko: '게시를 막는 오류' },
  warnings: { en: 'Warnings', ko: '경고' },
  accept: { en: 'I have read the warnings', ko: '경고를 확인했습니다' },
  same: {
    en: 'A version is what a run does, and that stays the same. Names, notes and places are saved in the draft, and go out with the next version.',
    ko: '버전은 여정이 하는 일을 담으며, 이번에는 달라지지 않습니다. 이름, 메모, 위치는 초안에 저장되어 다음 버전과 함께 게시됩니다.',
  },
  people: { en: 'People under way', ko: '진행 중인 사람' },
  note: { en: 'What is new in this version', ko: '이 버전에서 달라진 점' },
  noteHelp: {
    en: 'For colleagues; it stands with the version',
    ko: '동료를 위한 메모로, 버전에 함께 남습니다',
  },
  cancel: { en: 'Cancel', ko: '취소' },
  publish: { en: 'Publish', ko: '게시' },
  unsaved: {
    en: 'It could not be saved, so it was not published. Nothing is lost; try again once it is saved.',
    ko: '저장하지 못해 게시하지 않았습니다. 사라진 내용은 없으니 저장된 뒤 다시 시도하세요.',
  },
};

type Live = Extract<Publication, { readonly version: number }>;

export function PublishDialog({ journey: id }: { readonly journey: string }) {
  const t = useText();
  const [published, setPublished] = useState<Live>();
  const [note, setNote] = useState('');
  const [isAccepted, setAccepted] = useState(false);
  const [state, setState] = useState<{
    readonly isBusy?: boolean;
    readonly error?: unknown;
    readonly isUnsaved?: boolean;
  }>({});
  const issues = useEditor(({ check }) => check?.issues ?? []);
  const errors = issues.filter(({ severity }) => severity === 'error');
  const warnings = issues.filter(({ severity }) => severity === 'warning');
  if (published !== undefined) return <Published journey={id} live={published} />;

  const send = async () => {
    setState({ isBusy: true });
    try {
      const answer = await publish(id, { note, acceptWarnings: isAccepted });
      if (answer !== undefined && 'version' in answer) return setPublished(answer);
      if (answer?.unsaved.conflict !== undefined) openDialog({ name: 'conflict' });
      setState({ isUnsaved: true });
    } catch (error) {
      setState({ error });
    }
  };
  const isReady = errors.length === 0 && (warnings.length === 0 || isAccepted) && state.isBusy !== true;
  return (
    <Dialog
      title={t(texts.title)}
      size="large"
      isOpen
      onClose={closeDialog}
      actions={
        <>
          <Button onPress={closeDialog}>{t(texts.cancel)}</Button>
          <Button look="primary" isDisabled={!isReady} onPress={send}>
            {t(texts.publish)}
          </Button>
        </>
      }
    >
      <div className={styles['columns']}>
        <Changed />
        <div className={styles['side']}>
          <Findings issues={errors} title={t(texts.errors)} />
          <Findings issues={warnings} title={t(texts.warnings)}>
            <Switch label={t(texts.accept)} isOn={isAccepted} onChange={setAccepted} />
          </Findings>
          <Impact journey={id} />
          <TextField
            label={t(texts.note)}
            help={t(texts.noteHelp)}
            value={note}
            onChange={setNote}
            lines={3}
          />
          {state.isUnsaved === true && <p role="alert">{t(texts.unsaved)}</p>}
          {state.error !== undefined && <ProblemNote error={state.error} />}
        </div>
      </div>
    </Dialog>
  );
}

function Changed() {
  const t = useText();
  const journey = useJourney();
  const { published } = useChanges();
  if (journey === undefined) return null;
  if (published === undefined) return <p className={styles['plain']}>{t(texts.first)}</p>;
  return (
    <div className={styles['changed']}>
      <CompareView
        before={{ title: `v${published.version}`, journey: published.journey }}
        after={{ title: t(texts.canvas), journey }}
        isOnCanvas
      />
    </div>
  );
}

function Impact({ journey }: { readonly journey: string }) {
  const t = useText();
  const { published, diff } = useChanges();
  if (published === undefined || diff === undefined) return null;
  if (diff.changes.length === 0) return <p className={styles['plain']}>{t(texts.same)}</p>;
  return (
    <Part title={t(texts.people)}>
      <Inside journey={journey} />
      <ul className={styles['impact']}>
        {diff.impact.map((line) => (
          <li key={line.en}>{t(line)}</li>
        ))}
      </ul>
    </Part>
  );
}

function Inside({ journey }: { readonly journey: string }) {
  const language = useLanguage();
  const inside = usePeopleInside(journey);
  return inside !== undefined && <p className={styles['inside']}>{insideWords[language](inside)}</p>;
}

const insideWords = {
  en: (count: number) =>
    count === 1 ? '1 person is under way' : `${count.toLocaleString('en-GB')} people are under way`,
  ko: (count: number) => `${count.toLocaleString('ko-KR')}명이 진행 중입니다`,
};

const resultWords = {
  en: {
    title: (version: number) => `Version ${version} is live`,
    same: (version: number) => `Nothing new: version ${version} means the same`,
    body: 'Who comes in from now on takes it. Who is under way stays on their version.',
    done: 'Done',
    live: 'Watch it live',
  },
  ko: {
    title: (version: number) => `버전 ${version}을 게시했습니다`,
    same: (version: number) => `새 내용 없음: 버전 ${version}과 의미가 같습니다`,
    body: '이제 들어오는 사람은 이 버전을 따르고, 진행 중인 사람은 지금 버전에 그대로 남습니다.',
    done: '닫기',
    live: '실시간으로 보기',
  },
};

interface PublishedProps {
  readonly journey: string;
  readonly live: Live;
}

function Published({ journey, live: { version, isNew } }: PublishedProps) {
  const t = useText();
  const say = resultWords[useLanguage()];
  const watch = () => {
    closeDialog();
    // What was selected to be edited would be a filter of the runs.
    selectNothing();
    go({ screen: 'journey', journey, mode: 'live' });
  };
  return (
    <Dialog
      title={isNew ? say.title(version) : say.same(version)}
      isOpen
      onClose={closeDialog}
      actions={
        <>
          <Button onPress={watch}>{say.live}</Button>
          <Button look="primary" autoFocus onPress={closeDialog}>
            {say.done}
          </Button>
        </>
      }
    >
      <p>{isNew ? say.body : t(texts.same)}</p>
    </Dialog>
  );
}
