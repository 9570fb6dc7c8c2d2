// The outcomes of a step as named chips; an edge is drawn from a chip. Those that rarely happen are one chip with a number;
// they open below it, so that nothing moves.

import { Handle, Position, useUpdateNodeInternals } from '@xyflow/react';
import { useEffect, useId, useState } from 'react';
import { anyFailure } from '../../journey/outcome-match.ts';
import { type Meaning, meaningOf } from '../model/meaning.ts';
import { outcomeMeaning, outcomeWords } from '../model/outcome-words.ts';
import type { StepView } from '../model/step-view.ts';
import { useLanguage, useText } from '../text/use-text.ts';
import { MeaningShape } from '../ui/meaning-shape.tsx';
import { useDrawing } from './drawing.ts';
import styles from './outcome-chips.module.css';
import { outcomeHandle } from './outcome-handle.ts';

interface Props {
  readonly view: StepView;
  readonly counts: { readonly [word: string]: number } | undefined;
  /** Whether edges can be drawn from the chips. */
  readonly hasGrips: boolean;
}

const texts = {
  rest: { en: 'other', ko: '그 외' },
  all: { en: 'Rare outcomes', ko: '드문 결과' },
};

export function OutcomeChips({ view, counts, hasGrips }: Props) {
  const t = useText();
  const { chips, rest, outline, id } = view;
  if (outline?.terminal === true || chips.length + rest.length === 0) return null;
  const isRare = ({ key, meaning }: (typeof chips)[number]) =>
    meaning === 'failed' && counts?.[key] === undefined;
  const rare = [...chips.filter(isRare).map(({ key }) => key), ...rest];
  const [onlyRare] = rare.length === 1 ? rare : [];
  return (
    <ul className={styles['chips']}>
      {chips
        .filter((chip) => !isRare(chip))
        .map(({ key, meaning }) => (
          <Chip key={key} outcome={key} meaning={meaning} count={counts?.[key]} hasGrip={hasGrips} />
        ))}
      {onlyRare !== undefined && (
        <Chip
          outcome={onlyRare}
          meaning={meaningOf(onlyRare, outline?.successes ?? [])}
          count={undefined}
          hasGrip={hasGrips}
        />
      )}
      {rare.length > 1 && (
        <RareChip
          id={id}
          keys={rare}
          successes={outline?.successes ?? []}
          words={`${t(texts.rest)} ${rare.length}`}
          hasGrips={hasGrips}
        />
      )}
    </ul>
  );
}

interface RareProps {
  readonly id: string;
  readonly keys: readonly string[];
  readonly successes: readonly string[];
  readonly words: string;
  readonly hasGrips: boolean;
}

function RareChip({ id, keys, successes, words, hasGrips }: RareProps) {
  const t = useText();
  const [isHovered, setHovered] = useState(false);
  const [isPinned, setPinned] = useState(false);
  const isDrawnFrom = useDrawing(({ drawn }) => drawn?.source === id && keys.includes(drawn.key));
  const isOpen = isHovered || isPinned || isDrawnFrom;
  const list = useId();
  const update = useUpdateNodeInternals();
  // Handles can be drawn from only once React Flow has measured them.
  useEffect(() => {
    if (isOpen) update(id);
  }, [isOpen, id, update]);
  return (
    <li
      className={styles['rare']}
      onMouseEnter={() => setHovered(true)}
      onMouseLeave={() => setHovered(false)}
      onBlur={({ currentTarget, relatedTarget }) => currentTarget.contains(relatedTarget) || setPinned(false)}
    >
      <div className={styles['chip']} data-meaning="failed" data-outcome={anyFailure}>
        <MeaningShape meaning="failed" />
        <button
          type="button"
          tabIndex={-1}
          className={`${styles['open']} nodrag`}
          aria-expanded={isOpen}
          aria-controls={list}
          onClick={() => setPinned(!isPinned)}
        >
          {words}
        </button>
        {hasGrips && <Grip outcome={anyFailure} meaning="failed" isEdge />}
      </div>
      {isOpen && (
        <ul id={list} className={`${styles['all']} nodrag nowheel`} aria-label={t(texts.all)}>
          {keys.map((key) => (
            <Chip
              key={key}
              outcome={key}
              meaning={meaningOf(key, successes)}
              count={undefined}
              hasGrip={hasGrips}
            />
          ))}
        </ul>
      )}
    </li>
  );
}

interface ChipProps {
  readonly outcome: string;
  readonly meaning: Exclude<Meaning, 'waiting'>;
  readonly count: number | undefined;
  readonly hasGrip: boolean;
}

function Chip({ outcome, meaning, count, hasGrip }: ChipProps) {
  const t = useText();
  const language = useLanguage();
  const sentence = outcomeMeaning(outcome);
  return (
    <li
      className={styles['chip']}
      data-meaning={meaning}
      data-outcome={outcome}
      title={sentence === undefined ? outcome : t(sentence)}
    >
      <MeaningShape meaning={meaning} />
      <span className={styles['text']}>{t(outcomeWords(outcome))}</span>
      {count !== undefined && <b>{count.toLocaleString(language)}</b>}
      {hasGrip && <Grip outcome={outcome} meaning={meaning} />}
    </li>
  );
}

interface GripProps extends Pick<ChipProps, 'outcome' | 'meaning'> {
  /** Beside the chip's button, which opens the others. */
  readonly isEdge?: boolean;
}

function Grip({ outcome, meaning, isEdge = false }: GripProps) {
  return (
    <Handle
      id={outcomeHandle(outcome)}
      type="source"
      position={meaning === 'reached' ? Position.Bottom : Position.Right}
      className={`${styles['grip']} ${isEdge ? styles['edge'] : ''}`}
      isConnectableEnd={false}
    />
  );
}
