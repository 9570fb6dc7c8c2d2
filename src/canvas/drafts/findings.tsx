// What the checker says before publishing: errors stand in the way, warnings need a nod. A finding about a step leads to it.

import type { ReactNode } from 'react';
import type { CheckIssue } from '../../journey/check-issue.ts';
import { goTo } from '../flow/actions/select.ts';
import { stepOf } from '../model/journey.ts';
import { useJourney } from '../state/editor.ts';
import { useFocus } from '../state/focus.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { MeaningShape } from '../ui/meaning-shape.tsx';
import { closeDialog } from './draft-dialog.ts';
import styles from './findings.module.css';
import { Part } from './part.tsx';

const texts = {
  error: { en: 'Error', ko: '오류' },
  warning: { en: 'Warning', ko: '경고' },
};

interface Props {
  readonly issues: readonly CheckIssue[];
  readonly title: string;
  /** What is asked about them. */
  readonly children?: ReactNode;
}

/** Nothing where there are none. */
export function Findings({ issues, title, children }: Props) {
  if (issues.length === 0) return null;
  return (
    <Part title={title}>
      <ul className={styles['list']}>
        {issues.map((issue) => (
          <Finding key={`${issue.code} ${issue.path.join('/')} ${issue.text.en}`} issue={issue} />
        ))}
      </ul>
      {children}
    </Part>
  );
}

function Finding({ issue: { severity, path, range, text, hint } }: { readonly issue: CheckIssue }) {
  const t = useText();
  const journey = useJourney();
  const step = path[0] === 'nodes' ? String(path[1]) : undefined;
  const isThere = step !== undefined && journey !== undefined && stepOf(journey, step) !== undefined;
  const jump = () => {
    closeDialog();
    useFocus.getState().want({ path, range });
    if (isThere) goTo(step);
  };
  return (
    <li className={styles['finding']} data-severity={severity}>
      <span className={styles['mark']} role="img" aria-label={t(texts[severity])}>
        <MeaningShape meaning={severity === 'error' ? 'failed' : 'fell'} />
      </span>
      <div>
        <Button look="plain" onPress={jump}>
          {t(text)}
        </Button>
        <p className={styles['hint']}>{t(hint)}</p>
      </div>
    </li>
  );
}
