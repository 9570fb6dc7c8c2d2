// Simulate mode: who is on their way, where they are, what the world can do next, and what has come of it. The list of
// what was done is all the state; the canvas lights up from the answer.

import { useEffect } from 'react';
import { VisuallyHidden } from 'react-aria-components';
import type { CheckIssue } from '../../journey/check-issue.ts';
import { useEditor, useJourney } from '../state/editor.ts';
import { useOverlay } from '../state/overlay.ts';
import { useText } from '../text/use-text.ts';
import { Loading } from '../ui/loading.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { BranchBar } from './branch-bar.tsx';
import { Broken } from './broken.tsx';
import { PersonHead } from './person-head.tsx';
import styles from './simulate-panel.module.css';
import { SimulatedPhone } from './simulated-phone.tsx';
import { openSimulation, useSimulation } from './state.ts';
import { Stopped } from './stopped.tsx';
import { Story } from './story.tsx';
import { toOverlay } from './to-overlay.ts';
import { Unmet } from './unmet.tsx';
import { useAnnouncement } from './use-announcement.ts';
import { WhereItIs } from './where-it-is.tsx';
import { WorldPanel } from './world-panel.tsx';

const texts = {
  panel: { en: 'Simulation', ko: '시뮬레이션' },
  what: { en: 'What came of it', ko: '결과' },
  phone: { en: 'Phone', ko: '휴대전화' },
  story: { en: 'Story', ko: '경과' },
  fault: { en: 'It could not be simulated:', ko: '시뮬레이션하지 못했습니다.' },
};

export function SimulatePanel() {
  const t = useText();
  const check = useEditor((state) => state.check);
  const errors = check?.issues.filter(({ severity }) => severity === 'error');
  return (
    <aside className={styles['panel']} aria-label={t(texts.panel)}>
      {errors === undefined ? <Loading /> : <Content errors={errors} />}
    </aside>
  );
}

function Content({ errors }: { readonly errors: readonly CheckIssue[] }) {
  useSimulated(errors.length === 0);
  return errors.length > 0 ? <Broken errors={errors} /> : <Session />;
}

/** Plays again whenever the journey has changed and is sound, and lights the canvas up. */
function useSimulated(isSound: boolean): void {
  const journey = useJourney();
  const check = useEditor((state) => state.check);
  const answer = useSimulation(({ played }) => played?.answer);
  const show = useOverlay((state) => state.show);
  // biome-ignore lint/correctness/useExhaustiveDependencies: played again as soon as the checker has spoken of a change.
  useEffect(() => {
    if (isSound) void openSimulation();
  }, [isSound, check, journey?.id]);
  useEffect(() => {
    const isShown = isSound && journey !== undefined && answer !== undefined;
    show(isShown ? toOverlay(answer, { journey, check }) : undefined);
    return () => show(undefined);
  }, [isSound, journey, check, answer, show]);
}

function Session() {
  const t = useText();
  const { session, played, stop, fault } = useSimulation();
  const announcement = useAnnouncement();
  if (session === undefined || (played ?? stop ?? fault) === undefined) return <Loading />;
  return (
    <>
      <PersonHead session={session} />
      <BranchBar session={session} />
      {fault !== undefined && (
        <p className={styles['fault']} role="alert">
          {t(texts.fault)} {fault}
        </p>
      )}
      {stop !== undefined && <Stopped stop={stop} />}
      {played !== undefined && (
        <>
          <Unmet played={played} />
          <WhereItIs answer={played.answer} />
          {stop === undefined && <WorldPanel played={played} />}
          <div className={styles['tabs']}>
            <Tabs
              label={t(texts.what)}
              tabs={[
                {
                  id: 'phone',
                  title: t(texts.phone),
                  content: () => <SimulatedPhone answer={played.answer} />,
                },
                { id: 'story', title: t(texts.story), content: () => <Story answer={played.answer} /> },
              ]}
            />
          </div>
        </>
      )}
      <VisuallyHidden>
        <div role="status" aria-live="polite">
          {announcement}
        </div>
      </VisuallyHidden>
    </>
  );
}
