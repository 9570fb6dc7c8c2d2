// The panel beside the canvas while one edits: of the step that is selected, of several, or of the journey.

import { useEffect, useRef } from 'react';
import { edgesOf } from '../model/edges.ts';
import { type Journey, stepOf } from '../model/journey.ts';
import { outlineOf } from '../model/outline.ts';
import { type Selection, useEditor } from '../state/editor.ts';
import { useFocus } from '../state/focus.ts';
import { useText } from '../text/use-text.ts';
import { JourneySettings } from './journey-settings.tsx';
import { ManySteps } from './many-steps.tsx';
import styles from './panel.module.css';
import { showPlace } from './show-place.ts';
import { StepPanel } from './step-panel.tsx';

const texts = { panel: { en: 'Settings', ko: '설정' } };

export function EditPanel() {
  const t = useText();
  const journey = useEditor(({ history }) => history?.present);
  const selection = useEditor((state) => state.selection);
  const isReadOnly = useEditor((state) => state.isReadOnly);
  const panel = useRef<HTMLElement>(null);
  const wanted = useFocus((state) => state.wanted);
  useEffect(() => {
    if (wanted === undefined || panel.current === null) return;
    return showPlace(panel.current, wanted.path);
  }, [wanted]);
  return (
    // Where no field can have the focus, the panel itself can be scrolled by the keyboard.
    <aside
      ref={panel}
      className={styles['panel']}
      aria-label={t(texts.panel)}
      {...(isReadOnly ? { tabIndex: 0 } : {})}
    >
      <fieldset className={styles['frame']} disabled={isReadOnly}>
        {journey !== undefined && <Content journey={journey} selection={selection} />}
      </fieldset>
    </aside>
  );
}

function Content({ journey, selection }: { readonly journey: Journey; readonly selection: Selection }) {
  const check = useEditor((state) => state.check);
  const ids = [...selection.steps].filter((id) => stepOf(journey, id) !== undefined);
  const [only] = ids;
  if (ids.length > 1) return <ManySteps ids={ids} journey={journey} />;
  const id = only ?? sourceOf(journey, selection.edge, (step) => outlineOf(check, step)?.successes ?? []);
  const step = id === undefined ? undefined : stepOf(journey, id);
  if (id === undefined || step === undefined) return <JourneySettings journey={journey} />;
  return (
    <StepPanel id={id} step={step} journey={journey} opensAt={only === undefined ? 'outcomes' : 'settings'} />
  );
}

/** The step that an edge leaves. */
function sourceOf(
  journey: Journey,
  edge: string | undefined,
  successesOf: (id: string) => readonly string[],
): string | undefined {
  if (edge === undefined) return undefined;
  return Object.entries(journey.nodes).find(([id, step]) =>
    edgesOf(id, step, successesOf(id)).some((drawn) => drawn.id === edge),
  )?.[0];
}
