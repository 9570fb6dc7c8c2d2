// The rows of the runs list, each a link to its run, with what to do where there is none.

import type { RunSummary } from '../../client/client.ts';
import { outcomeWords } from '../model/outcome-words.ts';
import { useCatalogue } from '../state/catalogue.ts';
import { toPath } from '../state/route.ts';
import { useLanguage, useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Loading } from '../ui/loading.tsx';
import { MeaningShape } from '../ui/meaning-shape.tsx';
import { createClock } from './clock.ts';
import { nameOfPerson } from './person-picker.tsx';
import styles from './run-rows.module.css';
import { openRun, useLive } from './state.ts';
import { titleOfStep } from './step-title.ts';
import type { Runs } from './use-runs.ts';
import type { LiveVersion } from './use-version.ts';

const texts = {
  runs: { en: 'Runs', ko: '실행' },
  more: { en: 'Show more', ko: '더 보기' },
  failed: { en: 'The runs could not be read.', ko: '실행을 불러오지 못했습니다.' },
  again: { en: 'Try again', ko: '다시 시도' },
  nobody: { en: 'Nobody has come in yet.', ko: '아직 들어온 사람이 없습니다.' },
  begin: {
    en: 'Start a run for a sample person and watch it here.',
    ko: '예시 고객으로 실행을 시작하고 여기에서 지켜보세요.',
  },
  start: { en: 'Start a run', ko: '실행 시작' },
  noneSuch: { en: 'Nobody like that.', ko: '해당하는 사람이 없습니다.' },
  clear: { en: 'Show everybody', ko: '모두 보기' },
  starting: { en: 'about to start', ko: '곧 시작됨' },
};

interface Props {
  readonly runs: Runs;
  readonly version: LiveVersion;
  /** A filter or the selection leaves some out. */
  readonly isNarrowed: boolean;
  readonly onClear: () => void;
}

export function RunRows({
  runs: { runs, next, isLoading, hasFailed, more, again },
  version,
  isNarrowed,
  onClear,
}: Props) {
  const t = useText();
  if (isLoading) return <Loading />;
  return (
    <div className={styles['scroll']}>
      {hasFailed && (
        <div className={styles['note']} role="status">
          <p>{t(texts.failed)}</p>
          <Button onPress={again}>{t(texts.again)}</Button>
        </div>
      )}
      {runs.length > 0 && (
        <ul className={styles['rows']} aria-label={t(texts.runs)}>
          {runs.map((run) => (
            <Row key={run.id} run={run} version={version} />
          ))}
        </ul>
      )}
      {next !== undefined && (
        <div className={styles['more']}>
          <Button onPress={more}>{t(texts.more)}</Button>
        </div>
      )}
      {runs.length === 0 && !hasFailed && <Nobody isNarrowed={isNarrowed} onClear={onClear} />}
    </div>
  );
}

function Nobody({ isNarrowed, onClear }: Pick<Props, 'isNarrowed' | 'onClear'>) {
  const t = useText();
  if (isNarrowed) {
    return (
      <div className={styles['note']}>
        <p>{t(texts.noneSuch)}</p>
        <Button onPress={onClear}>{t(texts.clear)}</Button>
      </div>
    );
  }
  return (
    <div className={styles['note']}>
      <p className={styles['title']}>{t(texts.nobody)}</p>
      <p>{t(texts.begin)}</p>
      <Button look="primary" onPress={() => useLive.setState({ isStarting: true })}>
        {t(texts.start)}
      </Button>
    </div>
  );
}

function Row({ run, version }: { readonly run: RunSummary; readonly version: LiveVersion }) {
  const language = useLanguage();
  const nodeTypes = useCatalogue((state) => state.nodeTypes);
  const { id, journey, state, createdAt } = run;
  const at = createClock(Intl.DateTimeFormat().resolvedOptions().timeZone, language).short(
    createdAt,
    Date.now(),
  );
  const where = whereWords(run, (node) => titleOfStep(version, node, { nodeTypes, language }))[language];
  return (
    <li>
      <a
        className={styles['row']}
        href={toPath({ screen: 'journey', journey, mode: 'live', run: id })}
        data-run={id}
        onClick={(event) => {
          // A new tab or window is the browser's.
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          openRun(journey, id);
        }}
      >
        <span className={styles['mark']} data-state={state}>
          {state === 'closed' ? <span className={styles['dot']} /> : <MeaningShape meaning="waiting" />}
        </span>
        <span className={styles['name']}>{nameOfPerson({ externalId: run.person, ...named(run) })}</span>
        <time className={styles['time']} dateTime={createdAt}>
          {at}
        </time>
        <span className={styles['where']}>{where}</span>
      </a>
    </li>
  );
}

function named({ name }: RunSummary): { readonly name?: string } {
  return name === undefined ? {} : { name };
}

function whereWords({ state, outcome, node }: RunSummary, titleOf: (node: string) => string) {
  if (state === 'closed') return outcomeWords(outcome ?? '');
  if (node === null) return texts.starting;
  const title = titleOf(node);
  return { en: title, ko: title };
}
