// Changes in words, a line each. A line about a step that is on the canvas leads to it.

import type { LocalizedText } from '../../journey/catalogue.ts';
import { goTo } from '../flow/actions/select.ts';
import { stepOf } from '../model/journey.ts';
import { useJourney } from '../state/editor.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import styles from './change-list.module.css';
import type { ChangeLine, JourneyDiff } from './diff-journeys.ts';
import { closeDialog } from './draft-dialog.ts';

const texts = {
  none: { en: 'No change of meaning', ko: '의미가 바뀐 곳이 없습니다' },
  remarks: { en: 'Names and notes', ko: '이름과 메모' },
  signs: {
    '+': { en: 'new', ko: '추가' },
    '-': { en: 'gone', ko: '삭제' },
    '~': { en: 'changed', ko: '변경' },
  },
} as const;

interface Props {
  readonly diff: JourneyDiff;
  /** Absent where what is compared is not on the canvas. */
  readonly isOnCanvas?: boolean;
}

export function ChangeList({ diff, isOnCanvas = false }: Props) {
  const t = useText();
  const { changes, remarks } = diff;
  return (
    <>
      {changes.length === 0 ? (
        <p className={styles['none']}>{t(texts.none)}</p>
      ) : (
        <Lines lines={changes} isOnCanvas={isOnCanvas} />
      )}
      {remarks.length > 0 && (
        <>
          <h3 className={styles['head']}>{t(texts.remarks)}</h3>
          <Lines lines={remarks} isOnCanvas={isOnCanvas} />
        </>
      )}
    </>
  );
}

function Lines({
  lines,
  isOnCanvas,
}: {
  readonly lines: readonly ChangeLine[];
  readonly isOnCanvas: boolean;
}) {
  const t = useText();
  const journey = useJourney();
  return (
    <ul className={styles['list']}>
      {lines.map(({ sign, text, step }) => {
        const isThere =
          isOnCanvas && step !== undefined && journey !== undefined && stepOf(journey, step) !== undefined;
        return (
          <li key={text.en} className={styles['line']}>
            <Sign sign={sign} name={t(texts.signs[sign])} />
            {isThere ? <Jump step={step} text={text} /> : <span className={styles['text']}>{t(text)}</span>}
          </li>
        );
      })}
    </ul>
  );
}

function Sign({ sign, name }: { readonly sign: ChangeLine['sign']; readonly name: string }) {
  return (
    <span className={styles['sign']} data-sign={sign} role="img" aria-label={name}>
      {sign === '-' ? '−' : sign}
    </span>
  );
}

function Jump({ step, text }: { readonly step: string; readonly text: LocalizedText }) {
  const t = useText();
  return (
    <Button
      look="plain"
      onPress={() => {
        closeDialog();
        goTo(step);
      }}
    >
      {t(text)}
    </Button>
  );
}
