// The foot of the canvas while one edits: what is wrong with the journey, else what is certain of it. It opens a list; a
// click on a problem goes to its step or edge, its field and its line.

import { Check, CircleAlert, TriangleAlert } from 'lucide-react';
import { Dialog, DialogTrigger, Popover, VisuallyHidden } from 'react-aria-components';
import type { CheckAnswer } from '../../journey/check-answer.ts';
import type { CheckIssue } from '../../journey/check-issue.ts';
import { reveal, selectEdge, selectSteps } from '../flow/actions/select.ts';
import { QuickFixes } from '../form/issue-notes.tsx';
import type { Journey } from '../model/journey.ts';
import { proofWords } from '../model/proofs.ts';
import { useEditor } from '../state/editor.ts';
import { useFocus } from '../state/focus.ts';
import { nameOf } from '../text/name-of.ts';
import { useLanguage, useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { correctAll, edgeOfIssue, problemGroups, stepOfIssue } from './problem-groups.ts';
import styles from './problem-list.module.css';

const texts = {
  none: { en: 'No problems', ko: '문제 없음' },
  problems: { en: 'Problems', ko: '문제' },
  checking: { en: 'Checking…', ko: '검사 중…' },
  errors: {
    en: (count: number) => (count === 1 ? '1 error' : `${count} errors`),
    ko: (count: number) => `오류 ${count}`,
  },
  warnings: {
    en: (count: number) => (count === 1 ? '1 warning' : `${count} warnings`),
    ko: (count: number) => `경고 ${count}`,
  },
  more: {
    en: (count: number) => `and ${count} more`,
    ko: (count: number) => `그 외 ${count}건`,
  },
  fixAll: { en: 'Correct all that is misspelt', ko: '잘못 쓴 이름 모두 고치기' },
  journey: { en: 'Journey', ko: '여정' },
  fine: {
    en: 'The checker found nothing. This is certain of every run:',
    ko: '검사에서 문제가 없었습니다. 모든 실행에 확실한 것:',
  },
};

export function ProblemList() {
  const t = useText();
  const language = useLanguage();
  const journey = useEditor(({ history }) => history?.present);
  const check = useEditor((state) => state.check);
  if (journey === undefined) return null;
  if (check === undefined) return <div className={styles['chip']}>{t(texts.checking)}</div>;
  const proofs = proofWords(check.analysis, language);
  const counts = countsOf(check, t).map(({ words }) => words);
  return (
    <>
      {/* Who does not see the foot hears it change. */}
      <VisuallyHidden role="status">{counts.length === 0 ? t(texts.none) : counts.join(', ')}</VisuallyHidden>
      <DialogTrigger>
        <Button look="quiet">
          <VisuallyHidden elementType="span">{t(texts.problems)}: </VisuallyHidden>
          <Summary check={check} />
          {proofs.length > 0 && <span className={styles['proofs']}>{proofs.join(' · ')}</span>}
        </Button>
        <Popover placement="top start" className={styles['popover'] ?? ''}>
          <Dialog aria-label={t(texts.problems)} className={styles['dialog'] ?? ''}>
            {({ close }) => <Problems check={check} journey={journey} proofs={proofs} onGo={close} />}
          </Dialog>
        </Popover>
      </DialogTrigger>
    </>
  );
}

type Say = ReturnType<typeof useText>;

function countsOf(check: CheckAnswer, t: Say) {
  return problemGroups(check).map(({ severity, issues, omitted }) => {
    const say = severity === 'error' ? texts.errors : texts.warnings;
    const count = issues.length + omitted;
    return { severity, words: t({ en: say.en(count), ko: say.ko(count) }) };
  });
}

function Summary({ check }: { readonly check: CheckAnswer }) {
  const t = useText();
  const counts = countsOf(check, t);
  if (counts.length === 0) {
    return (
      <span className={styles['fine']}>
        <Check size={14} aria-hidden="true" />
        {t(texts.none)}
      </span>
    );
  }
  return counts.map(({ severity, words }) => (
    <span key={severity} className={styles['count']} data-severity={severity}>
      <Sign severity={severity} />
      {words}
    </span>
  ));
}

function Sign({ severity }: { readonly severity: CheckIssue['severity'] }) {
  const Mark = severity === 'error' ? CircleAlert : TriangleAlert;
  return <Mark size={14} aria-hidden="true" className={styles['sign']} />;
}

interface ProblemsProps {
  readonly check: CheckAnswer;
  readonly journey: Journey;
  readonly proofs: readonly string[];
  readonly onGo: () => void;
}

function Problems({ check, journey, proofs, onGo }: ProblemsProps) {
  const t = useText();
  const language = useLanguage();
  const apply = useEditor((state) => state.apply);
  const correct = correctAll(journey, check);
  const groups = problemGroups(check);
  if (groups.length === 0) {
    return (
      <div className={styles['body']}>
        <p>{t(texts.fine)}</p>
        <ul className={styles['certain']}>
          {proofs.map((proof) => (
            <li key={proof}>{proof}</li>
          ))}
        </ul>
      </div>
    );
  }
  return (
    <div className={styles['body']}>
      {correct !== undefined && <Button onPress={() => apply(correct)}>{t(texts.fixAll)}</Button>}
      {groups.map(({ severity, issues, omitted }) => (
        <ul key={severity} className={styles['issues']}>
          {issues.map((issue) => (
            <li
              key={`${issue.code} ${JSON.stringify(issue.path)} ${issue.text.en}`}
              className={styles['issue']}
              data-severity={severity}
              data-issue={issue.code}
            >
              <Sign severity={severity} />
              <div className={styles['words']}>
                <button
                  type="button"
                  className={styles['go']}
                  onClick={() => {
                    goTo(issue, journey, check);
                    onGo();
                  }}
                >
                  <span className={styles['where']}>
                    <Where issue={issue} journey={journey} />
                    <code>{issue.code}</code>
                  </span>
                  <span>{t(issue.text)}</span>
                </button>
                <p className={styles['hint']}>{t(issue.hint)}</p>
                <QuickFixes issue={issue} />
              </div>
            </li>
          ))}
          {omitted > 0 && <li className={styles['hint']}>{texts.more[language](omitted)}</li>}
        </ul>
      ))}
    </div>
  );
}

function Where({ issue, journey }: { readonly issue: CheckIssue; readonly journey: Journey }) {
  const t = useText();
  const language = useLanguage();
  const step = stepOfIssue(issue, journey);
  if (step === undefined) return t(texts.journey);
  const name = journey.nodes[step]?.name;
  return name === undefined ? step : nameOf(name, language);
}

/** To the edge where it is about one, else to the step; its field and its line follow. */
function goTo(issue: CheckIssue, journey: Journey, check: CheckAnswer): void {
  const step = stepOfIssue(issue, journey);
  const edge = edgeOfIssue(issue, journey, check);
  if (edge !== undefined) selectEdge(edge);
  else selectSteps(step === undefined ? [] : [step]);
  if (step !== undefined) reveal(step);
  useFocus.getState().want({ path: issue.path, range: issue.range });
}
