// Several steps at once: how many of what, and what can be done with all of them.

import { Copy, Group as GroupIcon, Trash2 } from 'lucide-react';
import { groupSelected, removeSelected } from '../flow/actions/change.ts';
import { duplicateSelected } from '../flow/actions/clip.ts';
import type { Journey } from '../model/journey.ts';
import { iconOf } from '../model/words.ts';
import { useCatalogue } from '../state/catalogue.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import styles from './panel.module.css';

const texts = {
  steps: { en: (count: number) => `${count} steps`, ko: (count: number) => `단계 ${count}개` },
  group: { en: 'Group', ko: '그룹으로 묶기' },
  duplicate: { en: 'Duplicate', ko: '복제' },
  remove: { en: 'Delete', ko: '지우기' },
};

export function ManySteps({ ids, journey }: { readonly ids: readonly string[]; readonly journey: Journey }) {
  const t = useText();
  const nodeTypes = useCatalogue((state) => state.nodeTypes);
  const counts = new Map<string, number>();
  for (const id of ids) {
    const type = journey.nodes[id]?.type ?? '';
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return (
    <div className={styles['settings']}>
      <h2 className={styles['title']}>
        {t({ en: texts.steps.en(ids.length), ko: texts.steps.ko(ids.length) })}
      </h2>
      <ul className={styles['stack']}>
        {[...counts].map(([type, count]) => {
          const nodeType = nodeTypes.get(type);
          return (
            <li key={type} className={styles['kinds']}>
              <Icon name={iconOf(type, nodeType)} />
              {nodeType === undefined ? type : t(nodeType.title)}
              <span className={styles['hint']}>{count}</span>
            </li>
          );
        })}
      </ul>
      <div className={styles['actions']}>
        <Button onPress={groupSelected}>
          <GroupIcon size={14} aria-hidden="true" />
          {t(texts.group)}
        </Button>
        <Button onPress={duplicateSelected}>
          <Copy size={14} aria-hidden="true" />
          {t(texts.duplicate)}
        </Button>
        <Button onPress={removeSelected}>
          <Trash2 size={14} aria-hidden="true" />
          {t(texts.remove)}
        </Button>
      </div>
    </div>
  );
}
