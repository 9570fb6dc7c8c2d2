// The versions of a journey with their notes: compared with each other and with the draft, looked at, brought back.

import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { ProblemError } from '../../client/client-errors.ts';
import type { VersionSummary } from '../../client/draft-calls.ts';
import type { Journey } from '../model/journey.ts';
import { useEditor, useJourney } from '../state/editor.ts';
import { go } from '../state/route.ts';
import { useLanguage, useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/field.tsx';
import { Loading } from '../ui/loading.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { say } from '../ui/toast.tsx';
import { CompareView } from './compare-view.tsx';
import { closeDialog } from './draft-dialog.ts';
import { timeWords } from './time-words.ts';
import { useVersion, useVersions } from './use-versions.ts';
import styles from './versions-dialog.module.css';

const texts = {
  title: { en: 'Versions', ko: '버전' },
  none: { en: 'Nothing is published yet.', ko: '아직 게시한 버전이 없습니다.' },
  draft: { en: 'Draft', ko: '초안' },
  with: { en: 'Compare with', ko: '비교 대상' },
  noNote: { en: 'No note', ko: '메모 없음' },
  more: { en: 'Older ones', ko: '이전 버전 더 보기' },
  look: { en: 'Look at it', ko: '캔버스에서 보기' },
  restore: { en: 'Bring it back', ko: '이 버전으로 되돌리기' },
  close: { en: 'Close', ko: '닫기' },
  restored: {
    en: 'The draft is as that version was; undo takes it back',
    ko: '초안을 이 버전의 내용으로 바꿨습니다. 실행 취소로 되돌릴 수 있습니다',
  },
};

/** What stands for the draft where a version could. */
const draft = 'draft';

export function VersionsDialog({ journey: id }: { readonly journey: string }) {
  const t = useText();
  const { versions, error, more } = useVersions(id);
  const [picked, setPicked] = useState<number>();
  const selected = picked ?? versions?.[0]?.version;
  const { journey } = useVersion(id, selected);
  const isUnpublished = error instanceof ProblemError && error.code === 'JOURNEY_UNKNOWN';
  return (
    <Dialog
      title={t(texts.title)}
      size="large"
      isOpen
      onClose={closeDialog}
      actions={<Actions id={id} version={selected} journey={journey} />}
    >
      {isUnpublished && <p>{t(texts.none)}</p>}
      {error !== undefined && !isUnpublished && <ProblemNote error={error} />}
      {versions === undefined && error === undefined && <Loading />}
      {versions !== undefined && selected !== undefined && (
        <div className={styles['columns']}>
          <div>
            <VersionList versions={versions} selected={selected} onSelect={setPicked} />
            {more !== undefined && <Button onPress={more}>{t(texts.more)}</Button>}
          </div>
          <Comparison id={id} versions={versions} selected={selected} />
        </div>
      )}
    </Dialog>
  );
}

interface ListProps {
  readonly versions: readonly VersionSummary[];
  readonly selected: number;
  readonly onSelect: (version: number) => void;
}

function VersionList({ versions, selected, onSelect }: ListProps) {
  const t = useText();
  const language = useLanguage();
  return (
    <ListBox
      aria-label={t(texts.title)}
      className={styles['list'] ?? ''}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[selected]}
      onSelectionChange={(keys) => keys !== 'all' && onSelect(Number([...keys][0]))}
    >
      {versions.map(({ version, publishedAt, note }) => (
        <ListBoxItem key={version} id={version} textValue={`v${version}`} className={styles['item'] ?? ''}>
          <span className={styles['number']}>
            v{version} <time dateTime={publishedAt}>{timeWords(publishedAt, language)}</time>
          </span>
          <span className={styles['note']}>{note ?? t(texts.noNote)}</span>
        </ListBoxItem>
      ))}
    </ListBox>
  );
}

function Comparison({ id, versions, selected }: Omit<ListProps, 'onSelect'> & { readonly id: string }) {
  const t = useText();
  const onCanvas = useJourney();
  const [other, setOther] = useState(draft);
  const one = useVersion(id, selected);
  const two = useVersion(id, other === draft ? undefined : Number(other));
  const journey = other === draft ? onCanvas : two.journey;
  const isLater = other === draft || Number(other) > selected;
  const error = one.error ?? two.error;
  const sides = [
    one.journey && { title: `v${selected}`, journey: one.journey },
    journey && { title: other === draft ? t(texts.draft) : `v${other}`, journey },
  ] as const;
  const [before, after] = isLater ? sides : [sides[1], sides[0]];
  return (
    <div className={styles['comparison']}>
      <Select
        label={t(texts.with)}
        value={other}
        onChange={setOther}
        choices={[
          { id: draft, label: t(texts.draft) },
          ...versions.map(({ version }) => ({ id: String(version), label: `v${version}` })),
        ]}
      />
      {error !== undefined && <ProblemNote error={error} />}
      {before !== undefined && after !== undefined ? (
        <CompareView before={before} after={after} isOnCanvas={other === draft} />
      ) : (
        error === undefined && <Loading />
      )}
    </div>
  );
}

interface ActionProps {
  readonly id: string;
  readonly version: number | undefined;
  readonly journey: Journey | undefined;
}

function Actions({ id, version, journey }: ActionProps) {
  const t = useText();
  const look = () => {
    closeDialog();
    if (version !== undefined) go({ screen: 'journey', journey: id, mode: 'edit', version });
  };
  const restore = () => {
    closeDialog();
    if (journey === undefined) return;
    useEditor.getState().apply(() => journey);
    say({ text: texts.restored });
  };
  return (
    <>
      <Button onPress={closeDialog}>{t(texts.close)}</Button>
      <Button isDisabled={version === undefined} onPress={look}>
        {t(texts.look)}
      </Button>
      <Button look="primary" isDisabled={journey === undefined} onPress={restore}>
        {t(texts.restore)}
      </Button>
    </>
  );
}
