// A step in the list: what the drawing shows of it, and its menu.

import { ChevronRight, Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import { TreeItem, TreeItemContent } from 'react-aria-components';
import type { StepView } from '../model/step-view.ts';
import { wordsOf } from '../model/words.ts';
import { useNodeType } from '../state/catalogue.ts';
import { useEditor } from '../state/editor.ts';
import { useOverlay } from '../state/overlay.ts';
import { useLanguage, useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { stopRenaming, stopWriting } from './actions/rename.ts';
import { selectSteps } from './actions/select.ts';
import { useDrawing } from './drawing.ts';
import { worstOf } from './issue-marks.ts';
import styles from './list-view.module.css';
import { NameField } from './name-field.tsx';
import { useCanEdit } from './use-can-edit.ts';

const texts = {
  menu: { en: 'What can be done', ko: '할 수 있는 일' },
  outcomes: { en: 'Outcomes', ko: '결과' },
  name: { en: 'Name of the step', ko: '단계 이름' },
  start: { en: 'begins here', ko: '여기서 시작' },
  unreachable: { en: 'no path leads here', ko: '이어지는 길이 없음' },
  here: { en: 'is here', ko: '여기에 있음' },
  error: { en: 'error', ko: '오류' },
  warning: { en: 'warning', ko: '경고' },
};

interface Props {
  readonly view: StepView;
  readonly level: number;
  readonly isReachable: boolean;
  readonly children: ReactNode;
}

export function ListStep({ view, level, isReachable, children }: Props) {
  const t = useText();
  const language = useLanguage();
  const nodeType = useNodeType(view.step.type);
  const { title } = wordsOf(view, nodeType, language);
  // Nobody is meant to come to a remark.
  const isLost = !isReachable && view.outline?.annotation !== true;
  return (
    <TreeItem id={view.id} textValue={title} className={styles['row'] ?? ''} data-step={view.id}>
      <TreeItemContent>
        <StepRow view={view} level={level} note={isLost ? t(texts.unreachable) : undefined} />
      </TreeItemContent>
      {children}
    </TreeItem>
  );
}

function StepRow({ view, level, note }: { view: StepView; level: number; note: string | undefined }) {
  const t = useText();
  const language = useLanguage();
  const { id, step, outline } = view;
  const { title, line, waits, icon } = wordsOf(view, useNodeType(step.type), language);
  const overlay = useOverlay((state) => state.overlay.steps[id]);
  const severity = useEditor(({ check }) => worstOf(check, id));
  const isStart = useEditor(({ history }) => history?.present.start === id);
  const isRenaming = useDrawing(({ renaming }) => renaming === id);
  const done = outline?.annotation === true ? stopWriting : stopRenaming;
  const about = [
    line,
    waits,
    note,
    isStart ? t(texts.start) : undefined,
    severity && t(texts[severity]),
    overlay?.isHere === true ? t(texts.here) : undefined,
    overlay?.badge && t(overlay.badge),
  ];
  return (
    <div
      className={styles['step']}
      style={{ paddingInlineStart: 4 + 24 * level }}
      data-dim={overlay?.isDim || undefined}
      data-issue={severity}
    >
      <Button look="icon" slot="chevron" aria-label={t(texts.outcomes)}>
        <ChevronRight size={14} aria-hidden="true" />
      </Button>
      <Icon name={icon} />
      {isRenaming ? (
        <NameField label={t(texts.name)} name={title} onDone={(name) => done(id, name)} />
      ) : (
        <span className={styles['name']}>{title}</span>
      )}
      <span className={styles['about']}>{about.filter((part) => part !== undefined).join(' · ')}</span>
      {overlay?.count !== undefined && <b>{overlay.count.toLocaleString(language)}</b>}
      <StepButtons id={id} title={title} />
    </div>
  );
}

function StepButtons({ id, title }: { readonly id: string; readonly title: string }) {
  const t = useText();
  const canEdit = useCanEdit();
  if (!canEdit) return null;
  return (
    <Button
      look="icon"
      aria-label={`${t(texts.menu)}: ${title}`}
      onPress={({ target }) => {
        const { left, bottom } = target.getBoundingClientRect();
        selectSteps([id]);
        useDrawing.setState({ menu: { step: id, at: { x: left, y: bottom } } });
      }}
    >
      <Ellipsis size={16} aria-hidden="true" />
    </Button>
  );
}
