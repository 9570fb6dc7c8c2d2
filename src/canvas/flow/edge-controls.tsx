// What stands on an edge: its outcomes, how many people took it, and the buttons that put a step into it or take it away.

import { useStore } from '@xyflow/react';
import { Plus, X } from 'lucide-react';
import type { DrawnEdge } from '../model/edges.ts';
import { useEditor } from '../state/editor.ts';
import type { EdgeOverlay } from '../state/overlay.ts';
import { type Language, useLanguage, useText } from '../text/use-text.ts';
import { offerForEdge } from './actions/add.ts';
import { removeEdge } from './actions/change.ts';
import { fullLabel, shortLabel } from './edge-label.ts';
import styles from './outcome-edge.module.css';

interface Props {
  readonly edge: DrawnEdge;
  readonly overlay: EdgeOverlay | undefined;
  readonly look: { readonly [attribute: `data-${string}`]: string | boolean | undefined };
  readonly hasTools: boolean;
  /** The most that there is room for, pixels. */
  readonly width: number | undefined;
}

const texts = {
  insert: { en: 'Insert a step here', ko: '여기에 단계 넣기' },
  remove: { en: 'Delete this connection', ko: '이 연결 삭제' },
};

export function EdgeControls({ edge, overlay, look, hasTools, width }: Props) {
  const t = useText();
  const language = useLanguage();
  const select = useEditor((state) => state.select);
  const words =
    overlay?.label === undefined
      ? [shortLabel(edge.keys, language), peopleWords(overlay, language)]
          .filter((part) => part !== '')
          .join(' · ')
      : t(overlay.label);
  const full = fullLabel(edge.keys, language);
  return (
    <>
      {words !== '' && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: with the keyboard, E goes from a step to its edges.
        // biome-ignore lint/a11y/noStaticElementInteractions: the label belongs to the line, which is clicked alike.
        <div
          className={styles['label']}
          title={full}
          style={{ maxWidth: width }}
          {...look}
          onClick={() => select({ steps: new Set(), edge: edge.id })}
        >
          {words}
        </div>
      )}
      {hasTools && <EdgeTools edge={edge} full={full} isBeside={words !== ''} />}
    </>
  );
}

interface ToolsProps {
  readonly edge: DrawnEdge;
  readonly full: string;
  /** Beside the words, which stay where they are. */
  readonly isBeside: boolean;
}

/** As large on the screen from afar as they are near: they are for fingers too. */
function EdgeTools({ edge, full, isBeside }: ToolsProps) {
  const t = useText();
  const size = useStore(({ transform: [, , zoom] }) => Math.max(toolSize, toolSize / zoom));
  const box = { width: size, height: size };
  return (
    <span className={styles['tools']} data-beside={isBeside || undefined}>
      <button
        type="button"
        className={`${styles['tool']} nopan nodrag`}
        style={box}
        aria-label={`${t(texts.insert)}: ${full}`}
        title={t(texts.insert)}
        onClick={({ currentTarget }) => {
          const { left, bottom } = currentTarget.getBoundingClientRect();
          offerForEdge(edge, { x: left, y: bottom });
        }}
      >
        <Plus size="58%" aria-hidden="true" />
      </button>
      <button
        type="button"
        className={`${styles['tool']} nopan nodrag`}
        style={box}
        aria-label={`${t(texts.remove)}: ${full}`}
        title={t(texts.remove)}
        onClick={() => removeEdge(edge.id)}
      >
        <X size="58%" aria-hidden="true" />
      </button>
    </span>
  );
}

/** Pixels of the screen: WCAG 2.5.8. */
const toolSize = 24;

/** `1,118 (9.0%)` */
function peopleWords(overlay: EdgeOverlay | undefined, language: Language): string {
  if (overlay?.count === undefined) return '';
  const count = overlay.count.toLocaleString(language);
  if (overlay.share === undefined) return count;
  const share = overlay.share.toLocaleString(language, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  return `${count} (${share})`;
}
