// A step from far away: a block with its name, as large as the step.

import type { NodeProps } from '@xyflow/react';
import { wordsOf } from '../model/words.ts';
import { useNodeType } from '../state/catalogue.ts';
import { useEditor } from '../state/editor.ts';
import { useOverlay } from '../state/overlay.ts';
import { useLanguage } from '../text/use-text.ts';
import { worstOf } from './issue-marks.ts';
import styles from './step-node.module.css';
import type { StepNode } from './to-flow.ts';
import { useFocusStop } from './use-focus-stop.ts';

type Props = Pick<NodeProps<StepNode>, 'data' | 'selected' | 'height'>;

export function StepBlock({ data: { view }, selected, height }: Props) {
  const language = useLanguage();
  const { id } = view;
  const nodeType = useNodeType(view.step.type);
  const overlay = useOverlay((state) => state.overlay.steps[id]);
  const severity = useEditor(({ check }) => worstOf(check, id));
  const focus = useFocusStop(id);
  const { title } = wordsOf(view, nodeType, language);
  return (
    // biome-ignore lint/a11y/useSemanticElements: as the step itself.
    <div
      className={`${styles['step']} ${styles['block']}`}
      role="group"
      aria-label={title}
      data-step={id}
      data-block
      data-selected={selected || undefined}
      data-dim={overlay?.isDim || undefined}
      data-here={overlay?.isHere || undefined}
      data-meaning={overlay?.meaning}
      data-issue={severity}
      style={{ height }}
      {...focus}
    >
      {title}
    </div>
  );
}
