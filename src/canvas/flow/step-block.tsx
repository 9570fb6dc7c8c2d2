// A step from far away: a block with its name, as large as the step.

import type { NodeProps } from '@xyflow/react';
import { titleOf } from '../model/words.ts';
import type { Far } from './far-view.tsx';
import styles from './step-node.module.css';
import type { StepNode } from './to-flow.ts';
import { keepFocus } from './use-focus-stop.ts';

interface Props extends Pick<NodeProps<StepNode>, 'data' | 'selected' | 'height'> {
  readonly far: Far;
}

/** Without a hook of its own: there may be a thousand. */
export function StepBlock({ data: { id, step }, selected, height, far }: Props) {
  const overlay = far.overlay.steps[id];
  const title = titleOf(id, step, far.language);
  return (
    // biome-ignore lint/a11y/useSemanticElements: as the step itself.
    <div
      className={`${styles['step']} ${styles['block']}`}
      role="group"
      aria-label={title}
      tabIndex={far.stop === id ? 0 : -1}
      data-step={id}
      data-block
      data-selected={selected || undefined}
      data-dim={overlay?.isDim || undefined}
      data-here={overlay?.isHere || undefined}
      data-meaning={overlay?.meaning}
      data-issue={far.marks.get(id)}
      style={{ height }}
      onFocus={keepFocus}
    >
      {far.hasNames && title}
    </div>
  );
}
