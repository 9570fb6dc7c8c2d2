// How many came in, of which version, and how old the numbers are.

import type { LocalizedText } from '../../journey/catalogue.ts';
import { useLanguage, useText } from '../text/use-text.ts';
import type { Standing } from './follow-stream.ts';
import styles from './live-standing.module.css';
import { useLive } from './state.ts';

export function LiveStanding() {
  const t = useText();
  const language = useLanguage();
  const { counts, countsStanding, isPaused } = useLive();
  if (counts === undefined) return null;
  const { version, entered, live } = counts;
  const number = (value: number) => value.toLocaleString(language);
  const of =
    version === null ? { en: 'all versions', ko: '모든 버전' } : { en: `v${version}`, ko: `v${version}` };
  const people = {
    en: `${number(entered)} entered · ${number(live)} under way`,
    ko: `${number(entered)}명 들어옴 · ${number(live)}명 진행 중`,
  };
  const at = new Intl.DateTimeFormat(language === 'ko' ? 'ko-KR' : 'en-GB', clock).format(
    new Date(counts.asOf),
  );
  return (
    <>
      <span className={styles['chip']}>
        {t(of)} · {t(people)}
      </span>
      {/* Only a change of standing is told, not every number. */}
      <span role="status" className={styles['standing']} data-standing={isPaused ? 'paused' : countsStanding}>
        {t(standingWords({ standing: countsStanding, isPaused, at }))}
      </span>
    </>
  );
}

interface Told {
  readonly standing: Standing;
  readonly isPaused: boolean;
  /** When it was told. */
  readonly at: string;
}

function standingWords({ standing, isPaused, at }: Told): LocalizedText {
  if (isPaused) return { en: `paused at ${at}`, ko: `${at}에 멈춤` };
  if (standing === 'lost') return { en: `as of ${at} · reconnecting…`, ko: `${at} 기준 · 다시 연결하는 중…` };
  return standing === 'live' ? { en: 'live', ko: '실시간' } : { en: '', ko: '' };
}

const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
