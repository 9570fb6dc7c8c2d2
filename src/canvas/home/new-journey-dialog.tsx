// A new journey: from nothing, from the gallery, from a file, or as a copy. It is a draft until it is published.

import { type FormEvent, Suspense, useId } from 'react';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { later } from '../ui/later.tsx';
import { Loading } from '../ui/loading.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { FileChoice } from './file-choice.tsx';
import styles from './new-journey-dialog.module.css';
import { type From, type NewJourneyForm, type Template, useNewJourney } from './use-new-journey.ts';

const GalleryChoice = later(() => import('./gallery-choice.tsx').then((all) => all.GalleryChoice));

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

export function NewJourneyDialog({ begin, taken, onClose }: Props) {
  const t = useText();
  const isCopy = begin.kind === 'copy';
  const form = useNewJourney({ begin, taken, onDone: onClose });
  const formId = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    form.create();
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
          <Button look="primary" type="submit" form={formId} isDisabled={form.needsChoice}>
            {t(texts.create)}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <form id={formId} className={styles['fields']} onSubmit={submit} noValidate>
          <TextField
            label={t(texts.name)}
            value={form.name}
            onChange={form.setName}
            error={form.nameError && t(form.nameError)}
            autoFocus
            isRequired
          />
          <TextField
            label={t(texts.id)}
            help={t(texts.idHelp)}
            value={form.id}
            onChange={form.setId}
            error={form.idError && t(form.idError)}
            isCode
            isRequired
          />
        </form>
        {!isCopy && <Sources form={form} />}
        {form.error !== undefined && <ProblemNote error={form.error} />}
      </div>
    </Dialog>
  );
}

function Sources({ form: { from, setFrom, chosen, choose } }: { readonly form: NewJourneyForm }) {
  const t = useText();
  return (
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
        { id: 'file', title: t(texts.file), content: () => <FileChoice chosen={chosen} onChoose={choose} /> },
      ]}
    />
  );
}
