// The simulation as a journey test: a file that `jornada test` runs beside the journey, shown before it is taken along.

import { useEffect, useState } from 'react';
import type { JourneyTestCase } from '../../simulator/journey-test.ts';
import { SimulationTooLongError } from '../../simulator/simulation-bound.ts';
import { useJourney } from '../state/editor.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select, TextField } from '../ui/field.tsx';
import { Prose } from '../ui/prose.tsx';
import { say } from '../ui/toast.tsx';
import { ask } from '../worker/ask.ts';
import { needsServer } from './play.ts';
import styles from './save-test-dialog.module.css';
import { type Session, toRequest } from './session.ts';

interface Props {
  readonly session: Session;
  readonly onClose: () => void;
}

export function SaveTestDialog({ session, onClose }: Props) {
  const t = useText();
  const [name, setName] = useState('');
  const [scope, setScope] = useState<Scope>('current');
  const journey = useJourney();
  const { tests, isEndless } = useTests(session, { name, scope });
  const id = journey?.id ?? '';
  const text = `${JSON.stringify({ journey: `${id}.json`, tests }, undefined, 2)}\n`;
  const isReady = tests !== undefined && tests.length > 0;
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => say({ text: texts.copied }),
      () => say({ text: texts.notCopied, tone: 'problem' }),
    );
  return (
    <Dialog
      title={t(texts.title)}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t(texts.close)}</Button>
          <Button onPress={copy} isDisabled={!isReady}>
            {t(texts.copy)}
          </Button>
          <Button
            look="primary"
            onPress={() => download(`${id}.journey-test.json`, text)}
            isDisabled={!isReady}
          >
            {t(texts.download)}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        {scope === 'current' && (
          <TextField
            label={t(texts.name)}
            help={t(texts.nameHelp)}
            value={name}
            onChange={setName}
            autoFocus
          />
        )}
        {session.branches.length > 1 && (
          <Select
            label={t(texts.what)}
            choices={[
              { id: 'current', label: t(texts.current) },
              { id: 'all', label: t(texts.all) },
            ]}
            value={scope}
            onChange={(chosen) => setScope(chosen === 'all' ? 'all' : 'current')}
          />
        )}
        {isEndless ? (
          <p>{t(texts.endless)}</p>
        ) : (
          <TestFile text={text} isShown={tests === undefined || isReady} />
        )}
      </div>
    </Dialog>
  );
}

/** The file as it will be; else why there is none. */
function TestFile({ text, isShown }: { readonly text: string; readonly isShown: boolean }) {
  const t = useText();
  const journey = useJourney();
  if (!isShown) {
    const why = journey !== undefined && needsServer(journey) ? texts.ownTypes : texts.refused;
    return (
      <p>
        <Prose text={t(why)} />
      </p>
    );
  }
  return (
    <>
      <p className={styles['help']}>
        <Prose text={t(texts.help)} />
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to reach it. */}
      <section className={styles['text']} tabIndex={0} aria-label={t(texts.file)}>
        <pre>{text}</pre>
      </section>
    </>
  );
}

type Scope = 'current' | 'all';

interface Asked {
  readonly name: string;
  readonly scope: Scope;
}

interface Made {
  /** Undefined until they are made; none where nobody may enter. */
  readonly tests: readonly JourneyTestCase[] | undefined;
  /** A test is played to its end, and this one comes to none. */
  readonly isEndless: boolean;
}

function useTests(session: Session, { name, scope }: Asked): Made {
  const journey = useJourney();
  const [made, setMade] = useState<Made>({ tests: undefined, isEndless: false });
  useEffect(() => {
    if (journey === undefined) return;
    let isWanted = true;
    const branches = session.branches.filter(({ id }) => scope === 'all' || id === session.current);
    const asked = needsServer(journey)
      ? []
      : branches.map((branch) =>
          ask('journeyTest', {
            journey,
            ...toRequest(session, branch),
            name: scope === 'all' ? (branch.name ?? '') : name,
          }),
        );
    Promise.all(asked).then(
      (all) => isWanted && setMade({ tests: all.flatMap(nameFirst), isEndless: false }),
      (error) => isWanted && setMade({ tests: [], isEndless: error instanceof SimulationTooLongError }),
    );
    return () => {
      isWanted = false;
    };
  }, [journey, session, name, scope]);
  return made;
}

/** As one writes it by hand. */
function nameFirst(made: JourneyTestCase | null): readonly JourneyTestCase[] {
  if (made === null) return [];
  const { name, ...test } = made;
  return [{ name, ...test }];
}

function download(file: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = file;
  link.click();
  URL.revokeObjectURL(url);
}

const texts = {
  title: { en: 'Save as a journey test', ko: '여정 테스트로 저장' },
  name: { en: 'Name of the test', ko: '테스트 이름' },
  nameHelp: { en: 'The way that is taken, where it has none.', ko: '비워 두면 지나온 경로가 이름이 됩니다.' },
  what: { en: 'What', ko: '대상' },
  current: { en: 'This branch', ko: '이 갈래' },
  all: { en: 'All branches, a test each', ko: '모든 갈래를 테스트 하나씩' },
  help: {
    en: 'Put it beside the journey’s file; `jornada test` runs it. It passes as long as the journey goes the same way.',
    ko: '여정 파일 옆에 두면 `jornada test`가 실행합니다. 여정이 같은 길로 가는 동안 통과합니다.',
  },
  file: { en: 'The file', ko: '파일 내용' },
  refused: {
    en: 'Nobody enters with this data, so there is nothing to write down.',
    ko: '이 데이터로는 아무도 들어오지 않아 적을 것이 없습니다.',
  },
  endless: {
    en: 'A test is played to the end of the run, and this run goes on and on: lower “Visits at most” of its circle.',
    ko: '테스트는 실행이 끝날 때까지 재생하는데 이 실행은 끝없이 이어집니다. 반복 단계의 "최대 방문 수"를 줄이세요.',
  },
  ownTypes: {
    en: 'This journey has step types of your own project: write its tests with `jornada simulate --interactive`.',
    ko: '이 여정에는 프로젝트 고유의 단계가 있습니다. `jornada simulate --interactive`로 테스트를 만드세요.',
  },
  copy: { en: 'Copy', ko: '복사' },
  copied: { en: 'The test was copied.', ko: '테스트를 복사했습니다.' },
  notCopied: { en: 'The browser does not let us copy.', ko: '브라우저가 복사를 허용하지 않습니다.' },
  download: { en: 'Download', ko: '내려받기' },
  close: { en: 'Close', ko: '닫기' },
};
