// A run that goes on and on: what happened, by which steps it goes around, and what to do. The way that was gone before
// stays shown.

import type { SimulationStop } from '../../simulator/simulation-bound.ts';
import { useEditor, useJourney } from '../state/editor.ts';
import { useLanguage, useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { MeaningShape } from '../ui/meaning-shape.tsx';
import { outermost } from './own-step.ts';
import { goBackTo } from './session.ts';
import { change } from './state.ts';
import styles from './stopped.module.css';
import { stepName } from './timeline.ts';

export function Stopped({ stop: { limit, action, loop } }: { readonly stop: SimulationStop }) {
  const t = useText();
  const language = useLanguage();
  const steps = [...new Set(loop.map(outermost))];
  return (
    <section className={styles['stopped']} role="alert" aria-label={t(texts.title)}>
      <h3 className={styles['title']}>
        <MeaningShape meaning="fell" />
        {t(texts.title)}
      </h3>
      <p>{texts.what[language](limit.toLocaleString(language))}</p>
      {steps.length > 0 && <Loop steps={steps} />}
      <p>{t(action === null ? texts.atOnce : texts.shown)}</p>
      <p className={styles['hint']}>{t(texts.hint)}</p>
      {action !== null && <Button onPress={() => change(goBackTo(action))}>{t(texts.back)}</Button>}
    </section>
  );
}

/** A click shows the step. */
function Loop({ steps }: { readonly steps: readonly string[] }) {
  const t = useText();
  const language = useLanguage();
  const journey = useJourney();
  const select = useEditor((state) => state.select);
  if (journey === undefined) return null;
  return (
    <>
      <p>{t(texts.loop)}</p>
      <ol className={styles['loop']} aria-label={t(texts.loop)}>
        {steps.map((step) => (
          <li key={step}>
            <Button look="plain" onPress={() => select({ steps: new Set([step]) })}>
              {stepName(step, { journey, language })}
            </Button>
          </li>
        ))}
      </ol>
    </>
  );
}

const texts = {
  title: { en: 'Stopped: this run goes on and on', ko: '멈춤: 실행이 끝없이 이어집니다' },
  what: {
    en: (limit: string) => `${limit} timers came due and things were done, and it is not over.`,
    ko: (limit: string) => `타이머와 동작이 ${limit}번을 넘었는데도 끝나지 않습니다.`,
  },
  loop: { en: 'It goes around by:', ko: '반복되는 단계:' },
  shown: {
    en: 'You see where it was before the last thing that was played.',
    ko: '마지막 동작 직전까지의 상태를 보여 줍니다.',
  },
  atOnce: {
    en: 'It does so at once on entering, without waiting anywhere.',
    ko: '들어오자마자 어디서도 기다리지 않고 반복합니다.',
  },
  hint: {
    en: 'Let less time pass, lower “Visits at most” of one of these steps, or give them another way out.',
    ko: '시간을 더 짧게 보내거나, 이 단계들의 "최대 방문 수"를 줄이거나, 빠져나갈 길을 만드세요.',
  },
  back: { en: 'Take it back', ko: '되돌리기' },
};
