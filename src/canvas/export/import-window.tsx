// Brings a file into the open journey: its content is replaced, as one step of undo, once its author has agreed.

import { Upload } from 'lucide-react';
import { useState } from 'react';
import { DropZone, FileTrigger, isFileDropItem, Text } from 'react-aria-components';
import type { CheckIssue } from '../../journey/check-issue.ts';
import type { Journey } from '../model/journey.ts';
import { useCommand } from '../state/command.ts';
import { useEditor } from '../state/editor.ts';
import { nameOf } from '../text/name-of.ts';
import { useLanguage, useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { say } from '../ui/toast.tsx';
import { importFile } from './import-file.ts';
import styles from './import-window.module.css';

const texts = {
  title: { en: 'Import into this journey', ko: '이 여정으로 가져오기' },
  drop: { en: 'Drop a file here', ko: '여기에 파일을 놓으세요' },
  which: {
    en: 'A journey as JSON, or an XState machine that was exported here.',
    ko: 'JSON으로 된 여정이나, 여기서 내보낸 XState 상태 기계입니다.',
  },
  choose: { en: 'Choose a file', ko: '파일 고르기' },
  problems: { en: 'The file can’t be read as a journey:', ko: '파일을 여정으로 읽을 수 없습니다.' },
  ask: {
    en: 'It takes the place of all steps and settings of this journey. Undo brings them back.',
    ko: '이 여정의 모든 단계와 설정을 바꿉니다. 실행 취소로 되돌릴 수 있습니다.',
  },
  replace: { en: 'Replace', ko: '바꾸기' },
  replaced: { en: 'The journey was replaced.', ko: '여정을 바꾸었습니다.' },
  undo: { en: 'Undo', ko: '실행 취소' },
};

type Brought = { readonly name: string } & ReturnType<typeof importFile>;

export function ImportWindow() {
  const t = useText();
  const close = useCommand((state) => state.close);
  const [brought, setBrought] = useState<Brought>();
  const read = async (file: File) => setBrought({ name: file.name, ...importFile(await file.text()) });
  const journey = brought?.journey;
  return (
    <Dialog
      title={t(texts.title)}
      isOpen
      onClose={close}
      actions={
        <Button
          look="primary"
          isDisabled={journey === undefined}
          onPress={() => {
            if (journey !== undefined) replaceBy(journey);
            close();
          }}
        >
          {t(texts.replace)}
        </Button>
      }
    >
      <DropZone
        className={styles['zone'] ?? ''}
        onDrop={async ({ items }) => {
          const item = items.find(isFileDropItem);
          if (item !== undefined) await read(await item.getFile());
        }}
      >
        <Upload size={20} aria-hidden="true" />
        <Text slot="label">{t(texts.drop)}</Text>
        <p className={styles['help']}>{t(texts.which)}</p>
        <FileTrigger
          acceptedFileTypes={['application/json', '.json']}
          onSelect={(files) => {
            const file = files?.[0];
            if (file !== undefined) read(file);
          }}
        >
          <Button>{t(texts.choose)}</Button>
        </FileTrigger>
      </DropZone>
      <div role="status">{brought !== undefined && <Found brought={brought} />}</div>
    </Dialog>
  );
}

function Found({ brought: { name, journey, issues } }: { readonly brought: Brought }) {
  const t = useText();
  const language = useLanguage();
  if (journey === undefined) return <Problems name={name} issues={issues ?? []} />;
  const steps = Object.keys(journey.nodes).length;
  return (
    <div className={styles['found']}>
      <p>
        <b>{nameOf(journey.name, language)}</b> · {name} · {count[language](steps)}
      </p>
      <p className={styles['help']}>{t(texts.ask)}</p>
    </div>
  );
}

function Problems({ name, issues }: { readonly name: string; readonly issues: readonly CheckIssue[] }) {
  const t = useText();
  return (
    <div className={styles['found']}>
      <p>
        <b>{name}</b> · {t(texts.problems)}
      </p>
      <ul className={styles['problems']}>
        {issues.slice(0, shownProblems).map(({ code, range, text, hint }) => (
          <li key={`${code} ${range?.line}:${range?.column} ${text.en}`}>
            <code>{range === null ? code : `${range.line}:${range.column} ${code}`}</code> {t(text)} {t(hint)}
          </li>
        ))}
        {issues.length > shownProblems && <li>+{issues.length - shownProblems}</li>}
      </ul>
    </div>
  );
}

const shownProblems = 20;

const count = {
  en: (steps: number) => (steps === 1 ? '1 step' : `${steps} steps`),
  ko: (steps: number) => `${steps}단계`,
};

/** The id stays: drafts, versions and runs hang on it. */
function replaceBy(brought: Journey): void {
  useEditor.getState().apply(({ id }) => ({ ...brought, id }));
  const action = { label: texts.undo, run: () => useEditor.getState().undo() };
  say({ text: texts.replaced, action });
}
