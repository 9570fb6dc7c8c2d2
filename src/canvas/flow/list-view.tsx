// The journey as a list: every step in reading order, under it its outcomes with where they lead. All that can be drawn can
// be done here too; who reads with a screen reader reads this.

import { useMemo, useRef, useState } from 'react';
import { Collection, ListLayout, Tree, Virtualizer } from 'react-aria-components';
import { stepOf } from '../model/journey.ts';
import { readingOrder } from '../model/reading-order.ts';
import { viewOf } from '../model/step-view.ts';
import { useEditor, useJourney } from '../state/editor.ts';
import { useText } from '../text/use-text.ts';
import { successesOf } from './actions/current.ts';
import { selectSteps } from './actions/select.ts';
import { ListGroupName } from './list-group-name.tsx';
import { ListOutcome } from './list-outcome.tsx';
import { ListStep } from './list-step.tsx';
import styles from './list-view.module.css';
import { type OutcomeRow, outcomeRows, stepOfRow } from './outcome-rows.ts';
import { useRowFocus } from './use-row-focus.ts';

const texts = {
  list: { en: 'Steps of the journey', ko: '여정의 단계' },
  none: {
    en: 'No steps yet: A adds the first one.',
    ko: '아직 단계가 없습니다. A를 눌러 첫 단계를 추가하세요.',
  },
};
const rowHeight = 40;
const rows = { rowHeight };
/** A letter is a shortcut here; the list would go to the next row that begins with it. */
const letters = { disallowTypeAhead: true };

export function ListView() {
  const t = useText();
  const tree = useRef<HTMLDivElement>(null);
  const journey = useJourney();
  const check = useEditor((state) => state.check);
  const selected = useEditor(({ selection }) => selection.steps);
  const steps = useMemo(
    () =>
      journey === undefined
        ? []
        : readingOrder(journey, successesOf).flatMap((at) => {
            const step = stepOf(journey, at.id);
            if (step === undefined) return [];
            const view = viewOf(at.id, step, check?.nodes[at.id]);
            return [{ ...at, view, outcomes: outcomeRows(view) }];
          }),
    [journey, check],
  );
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const ids = steps.map(({ id }) => id);
  const expanded = ids.filter((id) => !folded.has(id));
  const tops = useMemo(() => topsOf(steps, folded), [steps, folded]);
  useRowFocus(tree, tops);
  return (
    <div className={styles['list']}>
      <ListGroupName />
      <Virtualizer layout={ListLayout} layoutOptions={rows}>
        <Tree
          {...letters}
          ref={tree}
          aria-label={t(texts.list)}
          className={styles['tree'] ?? ''}
          items={steps}
          selectionMode="multiple"
          selectionBehavior="replace"
          selectedKeys={selected}
          expandedKeys={expanded}
          onExpandedChange={(keys) => setFolded(new Set(ids.filter((id) => !keys.has(id))))}
          onSelectionChange={(keys) =>
            selectSteps(keys === 'all' ? ids : [...keys].map((key) => stepOfRow(String(key))))
          }
          renderEmptyState={() => t(texts.none)}
        >
          {({ view, level, isReachable, outcomes }) => (
            <ListStep view={view} level={level} isReachable={isReachable}>
              <Collection items={outcomes}>
                {(row: OutcomeRow) => <ListOutcome row={row} level={level} />}
              </Collection>
            </ListStep>
          )}
        </Tree>
      </Virtualizer>
    </div>
  );
}

interface StepRow {
  readonly id: string;
  readonly outcomes: readonly OutcomeRow[];
}

function topsOf(steps: readonly StepRow[], folded: ReadonlySet<string>): ReadonlyMap<string, number> {
  let top = 0;
  return new Map(
    steps.map(({ id, outcomes }) => {
      const at = top;
      top += rowHeight * (folded.has(id) ? 1 : 1 + outcomes.length);
      return [id, at];
    }),
  );
}
