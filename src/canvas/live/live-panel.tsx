// The panel of live mode: who came through, or one person's run. It keeps the canvas on the version and the numbers that
// are looked at.

import { useEffect } from 'react';
import { go, useRoute } from '../state/route.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Loading } from '../ui/loading.tsx';
import styles from './live-panel.module.css';
import { RunList } from './run-list.tsx';
import { RunView } from './run-view.tsx';
import { StartRun } from './start-run.tsx';
import { openRun, useLive } from './state.ts';
import { useLiveOverlay } from './use-overlay.ts';
import { usePerson } from './use-person.ts';
import { useCounts, useRun } from './use-streams.ts';
import { useVersion, type VersionStanding } from './use-version.ts';
import { useVersionNews } from './use-version-news.ts';
import { VersionPicker } from './version-picker.tsx';

const texts = {
  panel: { en: 'Live', ko: '실시간' },
  unpublished: { en: 'Not published yet', ko: '아직 게시되지 않음' },
  unpublishedHelp: {
    en: 'Publish the draft, and you can watch people come through here.',
    ko: '초안을 게시하면 사람들이 지나가는 모습을 여기에서 볼 수 있습니다.',
  },
  edit: { en: 'Back to the draft', ko: '초안으로 돌아가기' },
  failed: { en: 'The journey could not be read.', ko: '여정을 불러오지 못했습니다.' },
  again: { en: 'Try again', ko: '다시 시도' },
};

export function LivePanel() {
  const t = useText();
  const route = useRoute();
  const journey = route.screen === 'journey' ? route.journey : '';
  const runId = route.screen === 'journey' ? route.run : undefined;
  const scope = useLive((state) => state.scope);
  const run = useLive((state) => state.run);
  // The address may name a run of another journey.
  const owner = run?.journey ?? journey;
  useEffect(() => {
    if (owner !== journey && runId !== undefined) openRun(owner, runId);
  }, [owner, journey, runId]);
  const chosen = typeof scope === 'number' ? scope : undefined;
  const newest = useLive(({ counts }) => counts?.newest);
  const { standing, version, again } = useVersion(journey, { wanted: run?.version ?? chosen, newest });
  useCounts(journey, scope === 'all' ? null : version?.version);
  useRun(runId);
  useVersionNews(newest);
  const person = usePerson(run?.person);
  useLiveOverlay(version, person);
  return (
    <aside className={styles['panel']} aria-label={t(texts.panel)}>
      {runId !== undefined ? (
        <RunView journey={journey} version={version} person={person} />
      ) : version === undefined ? (
        <NoVersion journey={journey} standing={standing} onAgain={again} />
      ) : (
        <>
          <VersionPicker journey={journey} newest={newest ?? version.version} />
          <RunList journey={journey} version={version} />
        </>
      )}
      <StartRun journey={journey} version={version} />
    </aside>
  );
}

interface NoVersionProps {
  readonly journey: string;
  readonly standing: VersionStanding;
  readonly onAgain: () => void;
}

function NoVersion({ journey, standing, onAgain }: NoVersionProps) {
  const t = useText();
  if (standing === 'loading') return <Loading />;
  if (standing === 'unpublished') {
    return (
      <div className={styles['note']}>
        <h2 className={styles['title']}>{t(texts.unpublished)}</h2>
        <p>{t(texts.unpublishedHelp)}</p>
        <Button onPress={() => go({ screen: 'journey', journey, mode: 'edit' })}>{t(texts.edit)}</Button>
      </div>
    );
  }
  return (
    <div className={styles['note']} role="alert">
      <p>{t(texts.failed)}</p>
      <Button onPress={onAgain}>{t(texts.again)}</Button>
    </div>
  );
}
