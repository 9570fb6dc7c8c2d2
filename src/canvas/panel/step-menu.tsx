// One of the journey's steps to choose. They are listed when the list is opened: a journey may have a thousand, and a
// message twenty outcomes that lead to one.

import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { type Journey, stepOf } from '../model/journey.ts';
import { outlineOf } from '../model/outline.ts';
import { useEditor } from '../state/editor.ts';
import { nameOf } from '../text/name-of.ts';
import { type Language, useLanguage } from '../text/use-text.ts';
import { Menu, type MenuEntry } from '../ui/menu.tsx';
import styles from './step-menu.module.css';

interface Props {
  readonly label: string;
  readonly isLabelShown?: boolean;
  readonly journey: Journey;
  /** The step that is chosen. */
  readonly step: string | undefined;
  /** Stands for no step, where there may be none. */
  readonly none?: MenuEntry;
  readonly onChoose: (id: string) => void;
}

export function StepMenu({ label, isLabelShown = false, journey, step, none, onChoose }: Props) {
  const language = useLanguage();
  const [entries, setEntries] = useState<readonly MenuEntry[]>([]);
  const shown = step === undefined ? (none?.label ?? '') : titleOf(journey, step, language);
  return (
    <div className={styles['choice']} data-open={step === undefined || undefined}>
      {isLabelShown && <span className={styles['label']}>{label}</span>}
      <Menu
        label={`${label}: ${shown}`}
        button={
          <>
            <span className={styles['shown']}>{shown}</span>
            <ChevronDown size={14} aria-hidden="true" />
          </>
        }
        entries={entries}
        onOpen={() => setEntries([...(none === undefined ? [] : [none]), ...listSteps(journey, language)])}
        onChoose={onChoose}
      />
    </div>
  );
}

/** What the author calls it, else its id. */
export function titleOf(journey: Journey, id: string, language: Language): string {
  const name = stepOf(journey, id)?.name;
  return name === undefined ? id : nameOf(name, language);
}

/** Nobody gets to a note. */
function listSteps(journey: Journey, language: Language): readonly MenuEntry[] {
  const { check } = useEditor.getState();
  return Object.keys(journey.nodes)
    .filter((id) => outlineOf(check, id)?.annotation !== true)
    .map((id) => {
      const label = titleOf(journey, id, language);
      return label === id ? { id, label } : { id, label, hint: id };
    });
}
