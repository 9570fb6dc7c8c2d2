// A line between two steps: solid where the message reaches, dashed where it falls back, dotted where it fails.

import { BaseEdge, EdgeLabelRenderer, type EdgeProps, getSmoothStepPath } from '@xyflow/react';
import { memo } from 'react';
import { always } from '../model/edges.ts';
import { outcomeWords } from '../model/outcome-words.ts';
import { useOverlay } from '../state/overlay.ts';
import { useText } from '../text/use-text.ts';
import styles from './outcome-edge.module.css';
import type { OutcomeEdge } from './to-flow.ts';

export const OutcomeEdgeView = memo(function OutcomeEdgeView({ id, data, ...place }: EdgeProps<OutcomeEdge>) {
  const [path, labelX, labelY] = getSmoothStepPath({ ...place, borderRadius: 14 });
  const edge = data?.edge;
  const t = useText();
  const overlay = useOverlay((state) => state.overlay.edges[id]);
  const words = edge?.keys
    .filter((key) => key !== always)
    .map((key) => t(outcomeWords(key)))
    .join(' · ');
  return (
    <g data-edge={id} data-dim={overlay?.isDim || undefined}>
      <BaseEdge id={id} path={path} className={`${styles['edge']} ${styles[edge?.meaning ?? 'reached']}`} />
      {words !== undefined && words !== '' && (
        <EdgeLabelRenderer>
          <div
            className={styles['label']}
            data-meaning={edge?.meaning}
            style={{ transform: `translate(-50%, -50%) translate(${labelX}px, ${labelY}px)` }}
          >
            {words}
          </div>
        </EdgeLabelRenderer>
      )}
    </g>
  );
});
