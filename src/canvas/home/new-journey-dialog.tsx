// A new journey: from nothing, from the gallery, from a file, or as a copy. It is a draft until it is published.

import { lazy, Suspense, useState } from 'react';
import { StaleDraftError } from '../../client/client-errors.ts';
import { client } from '../api/client.ts';
import { toDraftText } from '../drafts/draft.ts';
import { journeyOf } from '../drafts/journey-of.ts';
import { readDraft } from '../drafts/read-draft.ts';
import type { Journey } from '../model/journey.ts';
import { fromText } from '../model/json-text.ts';
import { go } from '../state/route.ts';
import { nameOf } from '../text/name-of.ts';
import { useLanguage, useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { Loading } from '../ui/loading.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { FileChoice } from './file-choice.tsx';
import { duplicate, emptyJourney, refuseId, refuseName, suggestId } from './new-journey.ts';
import styles from './new-journey-dialog.module.css';

const GalleryChoice = lazy(() =>
  import('./gallery-choice.tsx').then((all) => ({ default: all.GalleryChoice })),
);

/** What it begins from. */
export type Template = { readonly kind: 'empty' } | { readonly kind: 'copy'; readonly of: string };

const texts = {
  title: { en: 'New journey', ko: '새 여정' },
  copyTitle: { en: 'Duplicate', ko: '복제' },
  from: { en: 'Begin with', ko: '시작 방법' },
  empty: { en: 'Empty canvas', ko: '빈 캔버스' },
  emptyBody: { en: 'Draw it step by step.', ko: '단계를 하나씩 그려 나갑니다.' },
  gallery: { en: 'Gallery', ko: '갤러리' },
  file: { en: 'JSON file', ko: 'JSON 파일' },
  name: { en: 'Name', ko: '이름' },
  id: { en: 'Id', ko: 'id' },
  idHelp: { en: 'Names it for ever; the API calls it so', ko: '바꿀 수 없으며 API에서 이 이름으로 부릅니다' },
  cancel: { en: 'Cancel', ko: '취소' },
  create: { en: 'Create', ko: '만들기' },
};

interface Props {
  readonly begin: Template;
  readonly taken: ReadonlySet<string>;
  readonly onClose: () => void;
}

type From = 'empty' | 'gallery' | 'file';

export function NewJourneyDialog({ begin, taken, onClose }: Props) {
  const t = useText();
  const language = useLanguage();
  const [from, setFrom] = useState<From>('empty');
  const [chosen, setChosen] = useState<Journey>();
  const [name, setName] = useState('');
  const [id, setId] = useState<string>();
  const [state, setState] = useState<{
    readonly isTried?: boolean;
    readonly isTaken?: boolean;
    readonly error?: unknown;
  }>({});
  const isCopy = begin.kind === 'copy';
  const shownId = id ?? suggestId(name === '' ? (chosen?.id ?? (isCopy ? begin.of : '')) : name, taken);
  const nameError = refuseName(name);
  const idError = refuseId(shownId, state.isTaken === true ? new Set([...taken, shownId]) : taken);
  const needsChoice = !isCopy && from !== 'empty' && chosen === undefined;

  const choose = (journey: Journey | undefined) => {
    setChosen(journey);
    if (journey !== undefined && name === '') setName(nameOf(journey.name, language));
  };
  const create = async () => {
    setState({ isTried: true });
    if (nameError !== undefined || idError !== undefined || needsChoice) return;
    try {
      const source = isCopy ? await readJourney(begin.of) : chosen;
      const isEmpty = source === undefined || (!isCopy && from === 'empty');
      const journey = isEmpty ? emptyJourney(shownId, name.trim()) : duplicate(source, shownId, name.trim());
      await client.saveDraft(shownId, { source: toDraftText(journey) });
      onClose();
      go({ screen: 'journey', journey: shownId, mode: 'edit' });
    } catch (error) {
      setState(
        error instanceof StaleDraftError ? { isTried: true, isTaken: true } : { isTried: true, error },
      );
    }
  };
  return (
    <Dialog
      title={t(isCopy ? texts.copyTitle : texts.title)}
      size={isCopy ? 'small' : 'large'}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t(texts.cancel)}</Button>
          <Button look="primary" isDisabled={needsChoice} onPress={create}>
            {t(texts.create)}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <div className={styles['fields']}>
          <TextField
            label={t(texts.name)}
            value={name}
            onChange={setName}
            error={state.isTried && nameError ? t(nameError) : undefined}
            autoFocus
            isRequired
          />
          <TextField
            label={t(texts.id)}
            help={t(texts.idHelp)}
            value={shownId}
            onChange={setId}
            error={(state.isTried || id !== undefined) && idError ? t(idError) : undefined}
            isCode
            isRequired
          />
        </div>
        {!isCopy && (
          <Tabs
            label={t(texts.from)}
            selected={from}
            onSelect={(tab) => setFrom(tab as From)}
            tabs={[
              { id: 'empty', title: t(texts.empty), content: () => <p>{t(texts.emptyBody)}</p> },
              {
                id: 'gallery',
                title: t(texts.gallery),
                content: () => (
                  <Suspense fallback={<Loading />}>
                    <GalleryChoice chosen={chosen?.id} onChoose={choose} />
                  </Suspense>
                ),
              },
              {
                id: 'file',
                title: t(texts.file),
                content: () => <FileChoice chosen={chosen} onChoose={choose} />,
              },
            ]}
          />
        )}
        {state.error !== undefined && <ProblemNote error={state.error} />}
      </div>
    </Dialog>
  );
}

/** The draft if there is one, else the newest version. @throws ProblemError, UnreachableError */
async function readJourney(id: string): Promise<Journey> {
  const draft = await readDraft(id);
  const drafted = draft && fromText(draft.source).journey;
  return drafted ?? journeyOf(await client.journey(id));
}
