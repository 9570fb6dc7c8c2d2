// What the checker says at a place, what to do about it, and the clicks that do it.

import type { CheckIssue } from '../../journey/check-issue.ts';
import { quickFixesOf } from '../model/quick-fix.ts';
import { useEditor } from '../state/editor.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Prose } from '../ui/prose.tsx';
import styles from './issue-notes.module.css';

interface Props {
  readonly issues: readonly CheckIssue[];
  /** The field says the text of the first error itself. */
  readonly isTextKnown?: boolean;
}

export function IssueNotes({ issues, isTextKnown = false }: Props) {
  const t = useText();
  if (issues.length === 0) return null;
  const said = isTextKnown ? issues.find(({ severity }) => severity === 'error') : undefined;
  return (
    <ul className={styles['notes']}>
      {issues.map((issue) => (
        <li
          key={`${issue.code} ${issue.path.join('.')} ${issue.text.en}`}
          data-severity={issue.severity}
          data-issue={issue.code}
        >
          {issue !== said && <p className={styles['text']}>{t(issue.text)}</p>}
          <p className={styles['hint']}>
            <Prose text={t(issue.hint)} />
          </p>
          <QuickFixes issue={issue} />
        </li>
      ))}
    </ul>
  );
}

export function QuickFixes({ issue }: { readonly issue: CheckIssue }) {
  const t = useText();
  const journey = useEditor(({ history }) => history?.present);
  const check = useEditor((state) => state.check);
  const apply = useEditor((state) => state.apply);
  if (journey === undefined || check === undefined) return null;
  const fixes = quickFixesOf(issue, journey, check);
  if (fixes.length === 0) return null;
  return (
    <div className={styles['fixes']}>
      {fixes.map(({ title, command }) => (
        <Button key={title.en} onPress={() => apply(command)}>
          {t(title)}
        </Button>
      ))}
    </div>
  );
}
