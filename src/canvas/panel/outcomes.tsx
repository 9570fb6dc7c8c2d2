// How a step can end, in words, and where each end leads.

import { exhaustedOutcome, unresolvedOutcome } from '../../journey/outcome-match.ts';
import { toPlace } from '../form/field-view.tsx';
import { IssueNotes } from '../form/issue-notes.tsx';
import { useIssues } from '../form/use-issues.ts';
import { connect, disconnect } from '../model/commands/connect.ts';
import { always, targetOf } from '../model/edges.ts';
import type { Journey, Step } from '../model/journey.ts';
import { outcomeMeaning, outcomeWords } from '../model/outcome-words.ts';
import { outlineOf } from '../model/outline.ts';
import { useEditor } from '../state/editor.ts';
import { useLanguage, useText } from '../text/use-text.ts';

import { MeaningShape } from '../ui/meaning-shape.tsx';
import { type OutcomeRow, outcomeRows } from './outcome-rows.ts';
import styles from './outcomes.module.css';
import { StepMenu, titleOf } from './step-menu.tsx';

const texts = {
  none: { en: 'How it ends is known once its settings fit.', ko: '설정이 맞으면 결과를 알 수 있습니다.' },
  terminal: { en: 'The journey ends here: nothing follows.', ko: '여정이 여기서 끝납니다.' },
  note: { en: 'A note has no outcomes.', ko: '메모에는 결과가 없습니다.' },
  all: { en: 'All outcomes lead to', ko: '모든 결과가 이어지는 곳' },
  allHelp: {
    en: 'Choose a step for one outcome below, and the others go on to where all of them lead now.',
    ko: '아래에서 결과 하나에 단계를 고르면 나머지는 지금의 단계로 계속 이어집니다.',
  },
  ends: { en: 'ends the journey', ko: '여정 끝남' },
  awaited: { en: 'awaited', ko: '기다리는 결과' },
  odd: { en: 'This step never ends so.', ko: '이 단계는 이렇게 끝나지 않습니다.' },
  unresolved: {
    en: '“Other failures” does not catch it: say where it leads, so that nobody gets two messages by chance.',
    ko: '"그 외 실패"에 포함되지 않습니다. 두 번 보내지 않도록 어디로 갈지 정하세요.',
  },
  exhausted: {
    en: '“Other failures” does not catch it: a bounded cycle would go on.',
    ko: '"그 외 실패"에 포함되지 않습니다. 포함되면 반복이 끝나지 않습니다.',
  },
};

export function Outcomes({
  id,
  step,
  journey,
}: {
  readonly id: string;
  readonly step: Step;
  readonly journey: Journey;
}) {
  const t = useText();
  const check = useEditor((state) => state.check);
  const outline = outlineOf(check, id);
  const issues = useIssues(['nodes', id, 'next'], { below: true });
  const own = useIssues(['nodes', id]).filter(({ code }) => code.startsWith('J3'));
  if (outline?.annotation === true) return <p className={styles['hint']}>{t(texts.note)}</p>;
  const rows = outline === undefined ? [] : outcomeRows(step, outline);
  if (outline?.terminal === true && step.next === undefined)
    return <p className={styles['hint']}>{t(texts.terminal)}</p>;
  const whole = issues.filter(({ path }) => path.length === 3);
  return (
    <div className={styles['outcomes']} data-place={toPlace(['nodes', id, 'next'])}>
      <IssueNotes issues={[...own, ...whole]} />
      {typeof step.next === 'string' && (
        <div className={styles['row']}>
          <Target id={id} row={allOf(step)} journey={journey} label={t(texts.all)} isLabelShown />
          <p className={styles['hint']}>{t(texts.allHelp)}</p>
        </div>
      )}
      {rows.length === 0 && <p className={styles['hint']}>{t(texts.none)}</p>}
      <ul className={styles['rows']}>
        {rows.map((row) => (
          <li
            key={row.key}
            className={styles['row']}
            data-outcome-row={row.key}
            data-place={toPlace(['nodes', id, 'next', row.key])}
          >
            <Words row={row} />
            <Target id={id} row={row} journey={journey} label={t(outcomeWords(row.key))} />
            <IssueNotes issues={issues.filter(({ path }) => path[3] === row.key)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function allOf(step: Step): OutcomeRow {
  const target = targetOf(step, always);
  return { key: always, meaning: 'reached', target, follows: undefined, isAwaited: false, isOdd: false };
}

function Words({ row: { key, meaning, isAwaited, isOdd } }: { readonly row: OutcomeRow }) {
  const t = useText();
  const sentence = outcomeMeaning(key);
  return (
    <>
      <div className={styles['head']}>
        <span className={styles['chip']} data-meaning={meaning}>
          <MeaningShape meaning={meaning} />
          {t(outcomeWords(key))}
        </span>
        {isAwaited && <span className={styles['awaited']}>{t(texts.awaited)}</span>}
        <code className={styles['key']}>{key}</code>
      </div>
      {sentence !== undefined && <p className={styles['hint']}>{t(sentence)}</p>}
      {key === unresolvedOutcome && <p className={styles['hint']}>{t(texts.unresolved)}</p>}
      {key === exhaustedOutcome && <p className={styles['hint']}>{t(texts.exhausted)}</p>}
      {isOdd && <p className={styles['odd']}>{t(texts.odd)}</p>}
    </>
  );
}

interface TargetProps {
  readonly id: string;
  readonly row: OutcomeRow;
  readonly journey: Journey;
  readonly label: string;
  readonly isLabelShown?: boolean;
}

/** No id of a step looks like it. */
const nowhere = '$nowhere';

function Target({ id, row, journey, label, isLabelShown = false }: TargetProps) {
  const t = useText();
  const language = useLanguage();
  const apply = useEditor((state) => state.apply);
  const outline = useEditor((state) => outlineOf(state.check, id));
  const { key, target, follows } = row;
  const open =
    follows === undefined
      ? t(texts.ends)
      : `→ ${titleOf(journey, follows.target, language)} (${t(outcomeWords(follows.key))})`;
  return (
    <StepMenu
      label={label}
      isLabelShown={isLabelShown}
      journey={journey}
      step={target}
      none={{ id: nowhere, label: open }}
      onChoose={(chosen) => {
        if (chosen === nowhere) apply(disconnect({ source: id, keys: [key] }));
        else apply(connect({ source: id, key, target: chosen }, outline));
      }}
    />
  );
}
