// How many came in, of which version, and how old the numbers are.

import { useLanguage, useText } from '../text/use-text.ts';
import styles from './live-standing.module.css';
import { useLive } from './state.ts';

const texts = { live: { en: 'live', ko: '실시간' } };

export function LiveStanding() {
  const t = useText();
  const language = useLanguage();
  const { counts, countsStanding } = useLive();
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
      <span role="status" className={styles['standing']} data-standing={countsStanding}>
        {countsStanding === 'lost'
          ? t({ en: `as of ${at} · reconnecting…`, ko: `${at} 기준 · 다시 연결하는 중…` })
          : countsStanding === 'live' && t(texts.live)}
      </span>
    </>
  );
}

const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
