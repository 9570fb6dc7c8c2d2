// What both authors have changed, one question each: whose is to stand.

import { Radio, RadioGroup } from 'react-aria-components';
import type { LocalizedText } from '../../journey/catalogue.ts';
import { useText } from '../text/use-text.ts';
import styles from './clash-list.module.css';
import type { Clash, Side } from './merge-journeys.ts';

const texts = {
  head: { en: 'Changed by both: whose is to stand?', ko: '둘 다 바꾼 곳입니다. 어느 쪽을 남길까요?' },
  mine: { en: 'Yours', ko: '내 것' },
  theirs: { en: 'Theirs', ko: '상대방 것' },
  removed: { en: 'removed', ko: '삭제함' },
};

interface Props {
  readonly clashes: readonly Clash[];
  readonly choices: readonly (Side | undefined)[];
  readonly onChoose: (index: number, side: Side) => void;
}

export function ClashList({ clashes, choices, onChoose }: Props) {
  const t = useText();
  return (
    <section className={styles['clashes']}>
      <h3 className={styles['head']}>{t(texts.head)}</h3>
      {clashes.map((clash, index) => (
        <RadioGroup
          key={clash.path.join('/')}
          className={styles['clash'] ?? ''}
          aria-label={t(toQuestion(clash))}
          value={choices[index] ?? null}
          onChange={(side) => onChoose(index, side as Side)}
        >
          <span className={styles['name']}>{t(toQuestion(clash))}</span>
          {(['mine', 'theirs'] as const).map((side) => (
            <Radio key={side} value={side} className={styles['side'] ?? ''}>
              <span className={styles['whose']}>{t(texts[side])}</span>
              {clash[side] === undefined ? (
                <em>{t(texts.removed)}</em>
              ) : (
                <pre className={styles['value']}>{JSON.stringify(clash[side], null, 2)}</pre>
              )}
            </Radio>
          ))}
        </RadioGroup>
      ))}
    </section>
  );
}

function toQuestion({ path, isNeeded = false }: Clash): LocalizedText {
  const [field, name = ''] = path.map(String);
  if (field === 'canvas') return { en: `On the canvas: ${name}`, ko: `캔버스: ${name}` };
  if (field !== 'nodes') return { en: `Journey: ${field}`, ko: `여정: ${field}` };
  return isNeeded
    ? {
        en: `Step ${name}: one of you removed it, the other leads to it`,
        ko: `${name} 단계: 한쪽은 삭제했고 다른 쪽은 여기로 이어집니다`,
      }
    : { en: `Step ${name}`, ko: `${name} 단계` };
}
