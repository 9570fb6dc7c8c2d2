// A step on the canvas: icon, name, what it does with what, what it waits for, and its outcomes as chips.

import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { viewOf } from '../model/step-view.ts';
import { breakable, wordsOf } from '../model/words.ts';
import { useNodeType } from '../state/catalogue.ts';
import { useEditor } from '../state/editor.ts';
import { useOverlay } from '../state/overlay.ts';
import { useShownOutline } from '../state/shown-journey.ts';
import { useLanguage, useText } from '../text/use-text.ts';
import { Icon } from '../ui/icon.tsx';
import { stopRenaming } from './actions/rename.ts';
import { useDrawing } from './drawing.ts';
import { useFar } from './far-view.tsx';
import { worstOf } from './issue-marks.ts';
import { MeaningBar } from './meaning-bar.tsx';
import { NameField } from './name-field.tsx';
import { NoteBody } from './note-body.tsx';
import { OutcomeChips } from './outcome-chips.tsx';
import { StepBlock } from './step-block.tsx';
import { StepCount } from './step-count.tsx';
import styles from './step-node.module.css';
import { StepPorts } from './step-ports.tsx';
import type { StepNode } from './to-flow.ts';
import { useFocusStop } from './use-focus-stop.ts';
import { useGrips } from './use-grips.ts';

const texts = {
  name: { en: 'Name of the step', ko: '단계 이름' },
  step: { en: 'step', ko: '단계' },
};

export const StepNodeView = memo(function StepNodeView({ data, selected, height }: NodeProps<StepNode>) {
  const far = useFar();
  // Of a step that was never drawn nobody knows how high its block is.
  if (far !== undefined && height !== undefined)
    return <StepBlock data={data} selected={selected} height={height} far={far} />;
  return <NearStep data={data} selected={selected} />;
}, isSameStep);

function NearStep({ data: { id, step }, selected }: Pick<NodeProps<StepNode>, 'data' | 'selected'>) {
  const language = useLanguage();
  const t = useText();
  const view = viewOf(id, step, useShownOutline(id));
  const nodeType = useNodeType(step.type);
  const overlay = useOverlay((state) => state.overlay.steps[id]);
  const severity = useEditor(({ check }) => worstOf(check, id));
  const isRenaming = useDrawing(({ renaming, isList }) => renaming === id && !isList);
  const isRefused = useDrawing(({ drawn }) => drawn?.refused.has(id) === true);
  const focus = useFocusStop(id);
  const { hasGrips, ...hover } = useGrips(id, selected);
  const { title, line, waits, icon } = wordsOf(view, nodeType, language);
  const isNote = view.outline?.annotation === true;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a step is a group of what stands in it, not a form's fieldset.
    <div
      className={styles['step']}
      role="group"
      aria-roledescription={t(texts.step)}
      aria-label={[title, line, waits].filter((part) => part !== undefined).join(', ')}
      data-step={id}
      data-selected={selected || undefined}
      data-dim={overlay?.isDim || undefined}
      data-here={overlay?.isHere || undefined}
      data-meaning={overlay?.meaning}
      data-issue={severity}
      data-refused={isRefused || undefined}
      data-note={isNote || undefined}
      {...focus}
      {...hover}
    >
      {isNote ? (
        <NoteBody id={id} text={step.with?.['text']} isWriting={isRenaming} />
      ) : (
        <>
          <div className={styles['head']}>
            <span className={styles['icon']}>
              <Icon name={icon} />
            </span>
            <div className={styles['words']}>
              <div className={styles['name']} title={title}>
                {isRenaming ? (
                  <NameField label={t(texts.name)} name={title} onDone={(name) => stopRenaming(id, name)} />
                ) : (
                  title
                )}
              </div>
              <div className={styles['line']}>{breakable(line)}</div>
            </div>
            {overlay?.count !== undefined && <StepCount count={overlay.count} inside={overlay.inside ?? 0} />}
          </div>
          {waits !== undefined && <div className={styles['waits']}>{waits}</div>}
          {overlay?.badge !== undefined && <div className={styles['badge']}>{t(overlay.badge)}</div>}
          {overlay?.bar !== undefined && <MeaningBar people={overlay.bar} />}
          <OutcomeChips view={view} counts={overlay?.outcomes} hasGrips={hasGrips} />
          <StepPorts node={id} hasFoot={hasGrips && view.outline?.terminal !== true} />
        </>
      )}
    </div>
  );
}

/** Where it stands moves its box, not what is in it. */
function isSameStep(a: NodeProps<StepNode>, b: NodeProps<StepNode>): boolean {
  return a.data === b.data && a.selected === b.selected && a.height === b.height;
}
