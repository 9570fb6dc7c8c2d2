// A group: a frame with a name behind its steps. Folded, it is a box that stands for them.

import type { NodeProps } from '@xyflow/react';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo } from 'react';
import { setGroup } from '../model/commands/group-steps.ts';
import { useEditor } from '../state/editor.ts';
import { useText } from '../text/use-text.ts';
import { startRenaming, stopRenaming } from './actions/rename.ts';
import { useDrawing } from './drawing.ts';
import styles from './frame-node.module.css';
import { NameField } from './name-field.tsx';
import { StillPort } from './step-ports.tsx';
import type { FrameNode } from './to-flow.ts';
import { useCanEdit } from './use-can-edit.ts';

const texts = {
  group: { en: 'group', ko: '그룹' },
  name: { en: 'Name of the group', ko: '그룹 이름' },
  fold: { en: 'Fold', ko: '접기' },
  unfold: { en: 'Unfold', ko: '펼치기' },
  steps: (count: number) => ({ en: count === 1 ? '1 step' : `${count} steps`, ko: `단계 ${count}개` }),
};

export const FrameNodeView = memo(function FrameNodeView({ id, data: { group } }: NodeProps<FrameNode>) {
  const t = useText();
  const apply = useEditor((state) => state.apply);
  const isRenaming = useDrawing(({ renaming, isList }) => renaming === id && !isList);
  const canEdit = useCanEdit();
  const isFolded = group.folded === true;
  const isSelected = useEditor(({ selection }) => group.steps.every((step) => selection.steps.has(step)));
  const isStop = useDrawing(
    ({ tabStop }) => isFolded && tabStop !== undefined && group.steps.includes(tabStop),
  );
  const Chevron = isFolded ? ChevronRight : ChevronDown;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of steps is no form's fieldset.
    <div
      className={styles['frame']}
      role="group"
      aria-roledescription={t(texts.group)}
      aria-label={[group.name, t(texts.steps(group.steps.length))].join(', ')}
      tabIndex={isStop ? 0 : -1}
      data-group={group.id}
      data-folded={isFolded || undefined}
      data-selected={isSelected || undefined}
    >
      <div className={styles['title']}>
        {canEdit && (
          <button
            type="button"
            className={`${styles['fold']} nodrag nopan`}
            aria-expanded={!isFolded}
            aria-label={`${t(isFolded ? texts.unfold : texts.fold)}: ${group.name}`}
            onClick={() => apply(setGroup(group.id, { folded: !isFolded }))}
          >
            <Chevron size={14} aria-hidden="true" />
          </button>
        )}
        {isRenaming ? (
          <NameField label={t(texts.name)} name={group.name} onDone={(name) => stopRenaming(id, name)} />
        ) : (
          // biome-ignore lint/a11y/noStaticElementInteractions: F2 does the same with the keyboard.
          <span className={styles['name']} onDoubleClick={() => startRenaming(id)}>
            {group.name}
          </span>
        )}
      </div>
      {isFolded && <div className={styles['count']}>{t(texts.steps(group.steps.length))}</div>}
      {isFolded && ports.map((port) => <StillPort key={port} node={id} port={port} />)}
    </div>
  );
});

const ports = ['in', 'reached', 'fell', 'failed'] as const;
