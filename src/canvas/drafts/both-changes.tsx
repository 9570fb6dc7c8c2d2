// What each of two authors has changed since both had the same, beside each other.

import type { Journey } from '../model/journey.ts';
import { useText } from '../text/use-text.ts';
import { Loading } from '../ui/loading.tsx';
import styles from './both-changes.module.css';
import { ChangeList } from './change-list.tsx';
import { useDiff } from './use-diff.ts';

const texts = {
  mine: { en: 'You changed', ko: '내가 바꾼 것' },
  theirs: { en: 'They changed', ko: '상대방이 바꾼 것' },
};

interface Props {
  readonly base: Journey;
  readonly mine: Journey;
  readonly theirs: Journey;
}

export function BothChanges({ base, mine, theirs }: Props) {
  const t = useText();
  return (
    <div className={styles['columns']}>
      <Column title={t(texts.mine)} before={base} after={mine} />
      <Column title={t(texts.theirs)} before={base} after={theirs} />
    </div>
  );
}

function Column({
  title,
  before,
  after,
}: {
  readonly title: string;
  readonly before: Journey;
  readonly after: Journey;
}) {
  const diff = useDiff(before, after);
  return (
    <section>
      <h3 className={styles['head']}>{title}</h3>
      {diff === undefined ? <Loading /> : <ChangeList diff={diff} />}
    </section>
  );
}
