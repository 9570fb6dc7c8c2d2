// An outcome in the list: its word, where it leads, and the buttons that lead it elsewhere, put a step in, or cut it.

import { Plus, Spline, X } from 'lucide-react';
import { TreeItem, TreeItemContent } from 'react-aria-components';
import { disconnect } from '../model/commands/connect.ts';
import { stepOf } from '../model/journey.ts';
import { outcomeWords } from '../model/outcome-words.ts';
import { useEditor, useJourney } from '../state/editor.ts';
import { useOverlay } from '../state/overlay.ts';
import { nameOf } from '../text/name-of.ts';
import { useLanguage, useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { MeaningShape } from '../ui/meaning-shape.tsx';
import { offerOnOutcome } from './actions/add.ts';
import { offerTargets } from './actions/connect.ts';
import styles from './list-view.module.css';
import type { OutcomeRow } from './outcome-rows.ts';
import { useCanEdit } from './use-can-edit.ts';

const texts = {
  nowhere: { en: 'leads nowhere', ko: '이어지지 않음' },
  connect: { en: 'Lead it to a step', ko: '단계로 잇기' },
  insert: { en: 'Insert a step', ko: '단계 넣기' },
  remove: { en: 'Cut the connection', ko: '연결 끊기' },
};

interface Props {
  readonly row: OutcomeRow;
  readonly level: number;
}

export function ListOutcome({ row, level }: Props) {
  const t = useText();
  const language = useLanguage();
  const journey = useJourney();
  const canEdit = useCanEdit();
  const { id, source, key, meaning, target } = row;
  const count = useOverlay(({ overlay }) => overlay.steps[source]?.outcomes?.[key]);
  const step = journey && target !== undefined ? stepOf(journey, target) : undefined;
  const name = step?.name === undefined ? target : nameOf(step.name, language);
  const word = t(outcomeWords(key));
  const leads = name === undefined ? t(texts.nowhere) : `→ ${name}`;
  return (
    <TreeItem id={id} textValue={`${word} ${leads}`} className={styles['row'] ?? ''} data-outcome={key}>
      <TreeItemContent>
        <div
          className={styles['outcome']}
          style={{ paddingInlineStart: 68 + 24 * level }}
          data-meaning={meaning}
          data-open={target === undefined || undefined}
        >
          <MeaningShape meaning={meaning} />
          <span>{word}</span>
          <span className={styles['leads']}>{leads}</span>
          {count !== undefined && <b>{count.toLocaleString(language)}</b>}
          {canEdit && <OutcomeButtons row={row} label={word} />}
        </div>
      </TreeItemContent>
    </TreeItem>
  );
}

function OutcomeButtons({ row, label }: { readonly row: OutcomeRow; readonly label: string }) {
  const t = useText();
  const apply = useEditor((state) => state.apply);
  const { source, key, target } = row;
  return (
    <span className={styles['buttons']}>
      <Button
        look="icon"
        aria-label={`${t(texts.insert)}: ${label}`}
        onPress={({ target: button }) => offerOnOutcome({ source, key }, below(button))}
      >
        <Plus size={14} aria-hidden="true" />
      </Button>
      <Button
        look="icon"
        aria-label={`${t(texts.connect)}: ${label}`}
        onPress={({ target: button }) => offerTargets(source, key, below(button))}
      >
        <Spline size={14} aria-hidden="true" />
      </Button>
      {target !== undefined && (
        <Button
          look="icon"
          aria-label={`${t(texts.remove)}: ${label}`}
          onPress={() => apply(disconnect({ source, keys: [key] }))}
        >
          <X size={14} aria-hidden="true" />
        </Button>
      )}
    </span>
  );
}

function below(button: Element) {
  const { left, bottom } = button.getBoundingClientRect();
  return { x: left, y: bottom };
}
