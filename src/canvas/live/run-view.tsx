// One person's run: why WhatsApp did not reach them, if it did not, and the story of it all with times and reasons.

import { ArrowLeft, ExternalLink } from 'lucide-react';
import { useMemo } from 'react';
import type { RunAnswer } from '../../client/client.ts';
import { outcomeWords } from '../model/outcome-words.ts';
import { useCatalogue } from '../state/catalogue.ts';
import { useEditor } from '../state/editor.ts';
import { useSession } from '../state/session.ts';
import { useLanguage, useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Loading } from '../ui/loading.tsx';
import { Timeline, type TimelineItem } from '../ui/timeline.tsx';
import { type Clock, createClock } from './clock.ts';
import styles from './run-view.module.css';
import { SkipAhead } from './skip-ahead.tsx';
import { closeRun, useLive } from './state.ts';
import { storyOf } from './story.ts';
import type { StoryEntry } from './story-entry.ts';
import type { PersonKnown } from './use-person.ts';
import type { LiveVersion } from './use-version.ts';
import { WhyNotBox } from './why-not-box.tsx';

const texts = {
  back: { en: 'All runs', ko: '모든 실행' },
  story: { en: 'What happened', ko: '진행 경과' },
  temporal: { en: 'open in Temporal', ko: 'Temporal에서 열기' },
  zone: { en: 'Times are those of', ko: '시각 기준:' },
  phone: { en: 'Show their phone', ko: '휴대전화 보기' },
  lost: { en: 'Reconnecting…', ko: '다시 연결하는 중…' },
  unknown: { en: 'There is no such run.', ko: '그런 실행이 없습니다.' },
  running: { en: 'under way', ko: '진행 중' },
  starting: { en: 'about to start', ko: '곧 시작됨' },
  now: { en: 'now', ko: '지금' },
};

interface Props {
  readonly journey: string;
  readonly version: LiveVersion | undefined;
  readonly person: PersonKnown | undefined;
}

export function RunView({ journey, version, person }: Props) {
  const t = useText();
  const { run, runStanding } = useLive();
  return (
    <section className={styles['view']}>
      <div className={styles['top']}>
        <Button look="plain" onPress={() => closeRun(journey)}>
          <ArrowLeft size={16} aria-hidden="true" />
          {t(texts.back)}
        </Button>
      </div>
      {(runStanding === 'lost' || runStanding === 'unknown') && (
        <p className={styles['lost']} role="status">
          {t(texts[runStanding])}
        </p>
      )}
      {run !== undefined && version?.journey !== undefined && (
        <Told run={run} version={version} person={person} />
      )}
      {run === undefined && runStanding === 'connecting' && <Loading />}
    </section>
  );
}

interface ToldProps {
  readonly run: RunAnswer;
  readonly version: LiveVersion;
  readonly person: PersonKnown | undefined;
}

function Told({ run, version, person }: ToldProps) {
  const t = useText();
  const language = useLanguage();
  const nodeTypes = useCatalogue((state) => state.nodeTypes);
  const select = useEditor((state) => state.select);
  const timeZone = person?.timeZone ?? 'UTC';
  const clock = useMemo(() => createClock(timeZone, language), [timeZone, language]);
  const now = Date.now() + run.clockOffsetMs;
  const { journey, check } = version;
  if (journey === undefined) return null;
  const story = storyOf(run, { journey, check, nodeTypes, language, clock, now });
  const items = toItems(story, {
    clock,
    now: t(texts.now),
    onOpen: (step) => select({ steps: new Set([step]) }),
  });
  return (
    <>
      <Head run={run} person={person} />
      <WhyNotBox run={run} options={{ language, clock, now }} />
      {run.rehearsed && run.state !== 'closed' && <SkipAhead run={run} clock={clock} />}
      <Timeline label={t(texts.story)} items={items} />
      <p className={styles['zone']}>
        {t(texts.zone)} {timeZone}
      </p>
    </>
  );
}

function Head({ run, person }: Pick<ToldProps, 'run' | 'person'>) {
  const t = useText();
  const phonesUrl = useSession(({ session }) => session?.phonesUrl ?? null);
  const name = person?.name ?? run.person;
  const state = run.state === 'closed' ? outcomeWords(run.outcome ?? '') : texts[run.state];
  const phone = person?.phone;
  return (
    <header className={styles['head']}>
      <span className={styles['face']} aria-hidden="true">
        {[...name][0]}
      </span>
      <div className={styles['who']}>
        <h2 className={styles['name']}>{name}</h2>
        <p className={styles['facts']}>
          <span className={styles['state']} data-state={run.state}>
            {t(state)}
          </span>
          <span title={run.id}>{` · ${run.id.slice(0, 9)}… · v${run.version}`}</span>
        </p>
        <p className={styles['links']}>
          {run.link !== undefined && (
            <a href={run.link} target="_blank" rel="noreferrer">
              {t(texts.temporal)}
              <ExternalLink size={12} aria-hidden="true" />
            </a>
          )}
          {phonesUrl !== null && phone != null && (
            <button type="button" onClick={() => useLive.setState({ phone })}>
              {t(texts.phone)}
            </button>
          )}
        </p>
      </div>
    </header>
  );
}

interface Shown {
  readonly clock: Clock;
  readonly now: string;
  readonly onOpen: (step: string) => void;
}

/** The day stands where it begins, unless all of it was one day. */
function toItems(story: readonly StoryEntry[], { clock, now, onOpen }: Shown): readonly TimelineItem[] {
  let day: string | undefined;
  return story.map(({ key, at, meaning, title, lines, step }) => {
    const own = at === null ? day : clock.day(at);
    const isNew = own !== day;
    day = own;
    return {
      ...{ key, meaning, title, lines },
      day: isNew ? own : undefined,
      time: at === null ? now : clock.time(at),
      onOpen: step === undefined ? undefined : () => onOpen(step),
    };
  });
}
