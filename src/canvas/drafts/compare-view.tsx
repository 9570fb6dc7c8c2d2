// Two states of a journey compared: in words, and as text side by side.

import { useMemo } from 'react';
import type { Journey } from '../model/journey.ts';
import { toText } from '../model/json-text.ts';
import { useText } from '../text/use-text.ts';
import { Loading } from '../ui/loading.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { ChangeList } from './change-list.tsx';
import { TextCompare } from './text-compare.tsx';
import { useDiff } from './use-diff.ts';

const texts = {
  compare: { en: 'How to compare', ko: '비교 방식' },
  words: { en: 'In words', ko: '요약' },
  text: { en: 'Text', ko: '텍스트' },
};

export interface Compared {
  readonly title: string;
  readonly journey: Journey;
}

interface Props {
  readonly before: Compared;
  readonly after: Compared;
  /** Whether `after` is what is on the canvas: its lines lead there. */
  readonly isOnCanvas?: boolean;
}

export function CompareView({ before, after, isOnCanvas = false }: Props) {
  const t = useText();
  const diff = useDiff(before.journey, after.journey);
  return (
    <Tabs
      label={t(texts.compare)}
      tabs={[
        {
          id: 'words',
          title: t(texts.words),
          content: () =>
            diff === undefined ? <Loading /> : <ChangeList diff={diff} isOnCanvas={isOnCanvas} />,
        },
        { id: 'text', title: t(texts.text), content: () => <Texts before={before} after={after} /> },
      ]}
    />
  );
}

function Texts({ before, after }: Pick<Props, 'before' | 'after'>) {
  const left = useMemo(() => toText(before.journey), [before.journey]);
  const right = useMemo(() => toText(after.journey), [after.journey]);
  return (
    <TextCompare left={{ title: before.title, text: left }} right={{ title: after.title, text: right }} />
  );
}
