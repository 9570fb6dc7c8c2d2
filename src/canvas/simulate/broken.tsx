// A journey with errors can't be simulated: which they are, and where.

import type { CheckIssue } from '../../journey/check-issue.ts';
import { useEditor, useJourney } from '../state/editor.ts';
import { go } from '../state/route.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import styles from './simulate-panel.module.css';

const texts = {
  title: { en: 'First mend the journey', ko: '먼저 여정을 고치세요' },
  why: {
    en: 'A journey with errors can’t be simulated. Choose one to see it where you edit.',
    ko: '오류가 있는 여정은 시뮬레이션할 수 없습니다. 오류를 고르면 편집 화면에서 볼 수 있습니다.',
  },
};

export function Broken({ errors }: { readonly errors: readonly CheckIssue[] }) {
  const t = useText();
  const journey = useJourney();
  const select = useEditor((state) => state.select);
  const open = ({ path }: CheckIssue) => {
    const [top, step] = path;
    if (top === 'nodes' && step !== undefined) select({ steps: new Set([String(step)]) });
    if (journey !== undefined) go({ screen: 'journey', journey: journey.id, mode: 'edit' });
  };
  return (
    <section className={styles['broken']}>
      <h2 className={styles['title']}>{t(texts.title)}</h2>
      <p>{t(texts.why)}</p>
      <ul className={styles['errors']}>
        {errors.map((issue) => (
          <li key={`${issue.code} ${issue.path.join('.')} ${issue.text.en}`}>
            <Button onPress={() => open(issue)}>
              <span className={styles['error']}>
                <code>{issue.code}</code> {t(issue.text)}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
