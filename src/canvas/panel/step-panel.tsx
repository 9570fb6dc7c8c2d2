// The panel of one step: its settings, its outcomes, its JSON.

import { Suspense, useEffect, useState } from 'react';
import type { Journey, Step } from '../model/journey.ts';
import { useFocus, type Wanted } from '../state/focus.ts';
import { useText } from '../text/use-text.ts';
import { later } from '../ui/later.tsx';
import { Loading } from '../ui/loading.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { Outcomes } from './outcomes.tsx';
import { StepHead } from './step-head.tsx';
import { StepSettings } from './step-settings.tsx';

const StepJson = later(() => import('../json/step-json.tsx').then((all) => all.StepJson));

const texts = {
  step: { en: 'Step', ko: '단계' },
  settings: { en: 'Settings', ko: '설정' },
  outcomes: { en: 'Outcomes', ko: '결과' },
  json: { en: 'JSON', ko: 'JSON' },
};

interface Props {
  readonly id: string;
  readonly step: Step;
  readonly journey: Journey;
  /** Where the reader comes from an edge. */
  readonly opensAt: 'settings' | 'outcomes';
}

export function StepPanel({ id, step, journey, opensAt }: Props) {
  const t = useText();
  const wanted = useFocus((state) => state.wanted);
  const [tab, setTab] = useState<string>(opensAt);
  useEffect(() => setTab(opensAt), [opensAt]);
  useEffect(() => {
    const place = placeOf(wanted, id);
    if (place !== undefined) setTab(place);
  }, [wanted, id]);
  return (
    <>
      <StepHead id={id} step={step} />
      <Tabs
        label={t(texts.step)}
        selected={tab}
        onSelect={setTab}
        tabs={[
          {
            id: 'settings',
            title: t(texts.settings),
            content: () => <StepSettings key={`${id} ${step.type}`} id={id} step={step} journey={journey} />,
          },
          {
            id: 'outcomes',
            title: t(texts.outcomes),
            content: () => <Outcomes id={id} step={step} journey={journey} />,
          },
          {
            id: 'json',
            title: t(texts.json),
            content: () => (
              <Suspense fallback={<Loading />}>
                <StepJson id={id} />
              </Suspense>
            ),
          },
        ]}
      />
    </>
  );
}

/** The tab that a wanted place is in; undefined where it is of another step. */
function placeOf(wanted: Wanted | undefined, id: string): string | undefined {
  const [section, step, part] = wanted?.path ?? [];
  if (section !== 'nodes' || step !== id) return undefined;
  return part === 'next' ? 'outcomes' : 'settings';
}
