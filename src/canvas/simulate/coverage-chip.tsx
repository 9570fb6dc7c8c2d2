// How many edges of the journey this session has walked, and which it has not: a click shows one on the canvas.

import { useMemo } from 'react';
import { Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { outcomeWords } from '../model/outcome-words.ts';
import { useEditor, useJourney } from '../state/editor.ts';
import { useLanguage, useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import styles from './coverage-chip.module.css';
import { coverageOf, edgesIn } from './edge-coverage.ts';
import { useSimulation } from './state.ts';
import { stepName } from './timeline.ts';

const texts = {
  chip: {
    en: (walked: number, all: number) => `${walked} of ${all} edges`,
    ko: (walked: number, all: number) => `연결 ${all}개 중 ${walked}개`,
  },
  left: { en: 'Not walked yet', ko: '아직 지나지 않은 연결' },
  none: { en: 'Every edge was walked.', ko: '모든 연결을 지났습니다.' },
};

export function CoverageChip() {
  const t = useText();
  const language = useLanguage();
  const journey = useJourney();
  const check = useEditor((state) => state.check);
  const select = useEditor((state) => state.select);
  const walked = useSimulation((state) => state.walked);
  const edges = useMemo(() => (journey === undefined ? [] : edgesIn(journey, check)), [journey, check]);
  if (journey === undefined) return null;
  const coverage = coverageOf(edges, walked);
  const label = texts.chip[language](coverage.walked, coverage.all);
  return (
    <DialogTrigger>
      <Button look="plain" data-tour="coverage">
        <span className={styles['chip']} data-full={coverage.left.length === 0 || undefined}>
          <progress
            className={styles['bar']}
            value={coverage.walked}
            max={Math.max(1, coverage.all)}
            aria-label={label}
          />
          {label}
        </span>
      </Button>
      <Popover className={styles['popover'] ?? ''} placement="bottom start">
        <Dialog className={styles['dialog'] ?? ''}>
          <Heading slot="title" className={styles['title'] ?? ''}>
            {t(coverage.left.length === 0 ? texts.none : texts.left)}
          </Heading>
          <ul>
            {coverage.left.map(({ id, source, key, target, drawn }) => (
              <li key={id}>
                <button
                  type="button"
                  className={styles['edge']}
                  onClick={() => select({ steps: new Set(), edge: drawn })}
                >
                  <span>{stepName(source, { journey, language })}</span>
                  <span className={styles['key']}>{t(outcomeWords(key))}</span>
                  <span>→ {stepName(target, { journey, language })}</span>
                </button>
              </li>
            ))}
          </ul>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
