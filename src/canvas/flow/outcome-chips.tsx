// The outcomes of a step as named chips; an edge is drawn from a chip. Those that rarely happen are one chip with a number,
// opened by a click, or while the step is selected.

import { Handle, Position } from '@xyflow/react';
import { useState } from 'react';
import { anyFailure } from '../../journey/outcome-match.ts';
import type { Meaning } from '../model/meaning.ts';
import { meaningOf } from '../model/meaning.ts';
import { outcomeMeaning, outcomeWords } from '../model/outcome-words.ts';
import type { StepView } from '../model/step-view.ts';
import { useLanguage, useText } from '../text/use-text.ts';
import { MeaningShape } from '../ui/meaning-shape.tsx';
import styles from './outcome-chips.module.css';

interface Props {
  readonly view: StepView;
  readonly counts: { readonly [word: string]: number } | undefined;
  readonly isSelected: boolean;
}

const texts = {
  rest: { en: 'other', ko: '그 외' },
  open: { en: 'Show all outcomes', ko: '모든 결과 보기' },
};

export function OutcomeChips({ view, counts, isSelected }: Props) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const { chips, rest, outline } = view;
  if (outline?.terminal === true || outline?.annotation === true) return null;
  if (chips.length + rest.length === 0) return null;
  const showsAll = isOpen || isSelected;
  const shown = showsAll ? chips : chips.filter(({ meaning }) => meaning !== 'failed');
  const hidden = showsAll
    ? rest
    : [...chips.filter(({ meaning }) => meaning === 'failed').map(({ key }) => key), ...rest];
  return (
    <ul className={styles['chips']}>
      {shown.map(({ key, meaning }) => (
        <Chip key={key} outcome={key} meaning={meaning} count={counts?.[key]} />
      ))}
      {showsAll &&
        isOpen &&
        rest.map((key) => (
          <Chip
            key={key}
            outcome={key}
            meaning={meaningOf(key, outline?.successes ?? [])}
            count={counts?.[key]}
          />
        ))}
      {hidden.length > 0 && !isOpen && (
        <Chip
          outcome={anyFailure}
          meaning="failed"
          words={`${t(texts.rest)} ${hidden.length}`}
          count={undefined}
          title={t(texts.open)}
          onOpen={() => setOpen(true)}
        />
      )}
    </ul>
  );
}

interface ChipProps {
  readonly outcome: string;
  readonly meaning: Exclude<Meaning, 'waiting'>;
  readonly words?: string;
  readonly title?: string;
  readonly count: number | undefined;
  readonly onOpen?: () => void;
}

function Chip({ outcome, meaning, words, title, count, onOpen }: ChipProps) {
  const t = useText();
  const language = useLanguage();
  const sentence = outcomeMeaning(outcome);
  return (
    <li
      className={styles['chip']}
      data-meaning={meaning}
      data-outcome={outcome}
      title={title ?? (sentence === undefined ? outcome : t(sentence))}
    >
      <MeaningShape meaning={meaning} />
      {onOpen === undefined ? (
        <span>{words ?? t(outcomeWords(outcome))}</span>
      ) : (
        <button type="button" className={`${styles['open']} nodrag`} onClick={onOpen} title={title}>
          {words}
        </button>
      )}
      {count !== undefined && <b>{count.toLocaleString(language)}</b>}
      <Handle
        id={`outcome:${outcome}`}
        type="source"
        position={meaning === 'reached' ? Position.Bottom : Position.Right}
        className={styles['grip'] ?? ''}
      />
    </li>
  );
}
