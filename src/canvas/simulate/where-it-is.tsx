// The run's clock, on the person's own, and what the run waits for. Whoever may not enter is told why.

import { type RefObject, useEffect, useRef } from 'react';
import type { SimulationAnswer } from '../../simulator/simulation-answer.ts';
import { outcomeWords } from '../model/outcome-words.ts';
import { useJourney } from '../state/editor.ts';
import { useLanguage, useText } from '../text/use-text.ts';
import { MeaningShape } from '../ui/meaning-shape.tsx';
import { dayText, timeText } from './clock-text.ts';
import { stepName } from './timeline.ts';
import styles from './where-it-is.module.css';

const texts = {
  where: { en: 'Where the run is', ko: '현재 위치' },
  clock: { en: 'Clock of the run', ko: '여정의 시각' },
  over: { en: 'Over', ko: '끝남' },
  until: {
    en: (time: string) => `until ${time}`,
    ko: (time: string) => `${time}까지`,
  },
  /** Before what it waits for. */
  waits: { en: 'waits', ko: '단계:' },
  unbounded: { en: 'without a limit', ko: '기한 없음' },
};

export function WhereItIs({ answer }: { readonly answer: SimulationAnswer }) {
  const t = useText();
  const language = useLanguage();
  const journey = useJourney();
  const place = useKeptFocus(answer);
  if (!answer.entered) {
    return (
      <section ref={place} tabIndex={-1} className={styles['refused']} role="alert">
        {t(answer.words)}
        {journey?.entry.if !== undefined && <code className={styles['code']}>{journey.entry.if}</code>}
        {answer.code !== null && <code className={styles['code']}>{answer.code}</code>}
      </section>
    );
  }
  const { now, timeZone, rest, ended } = answer;
  const clock = { timeZone, language };
  return (
    <section ref={place} tabIndex={-1} className={styles['where']} aria-label={t(texts.where)}>
      <div className={styles['clock']} role="timer" aria-label={t(texts.clock)}>
        <strong className={styles['time']}>{timeText(now, clock)}</strong>
        <span className={styles['zone']}>
          {dayText(now, clock)} · {timeZone}
        </span>
      </div>
      <p className={styles['rest']} data-over={ended !== null || undefined}>
        <span className={styles['mark']}>
          <MeaningShape meaning={ended === null ? 'waiting' : 'reached'} />
        </span>
        <span>
          {ended !== null && `${t(texts.over)}: ${t(outcomeWords(ended))}`}
          {rest !== null && journey !== undefined && (
            <>
              <strong>{stepName(rest.node, { journey, language })}</strong> {t(texts.waits)} {t(rest.words)},{' '}
              {rest.due === null
                ? t(texts.unbounded)
                : texts.until[language](timeText(rest.due, { ...clock, now }))}
            </>
          )}
        </span>
      </p>
    </section>
  );
}

/** What was clicked may be gone once it is done: whoever works with the keyboard goes on from here. */
function useKeptFocus(answer: SimulationAnswer): RefObject<HTMLElement | null> {
  const place = useRef<HTMLElement>(null);
  const before = useRef(answer);
  useEffect(() => {
    if (before.current !== answer && document.activeElement === document.body) place.current?.focus();
    before.current = answer;
  }, [answer]);
  return place;
}
