// A line between two steps: solid where the message reaches, dashed where it falls back, dotted where it fails, neutral
// where all outcomes go the same way. In edit mode a step can be put into it.

import { EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { memo, useState } from 'react';
import { always, type DrawnEdge } from '../model/edges.ts';
import { type EdgeOverlay, useOverlay } from '../state/overlay.ts';
import { useLanguage } from '../text/use-text.ts';
import { EdgeControls } from './edge-controls.tsx';
import { shortLabel } from './edge-label.ts';
import { type Far, useFar } from './far-view.tsx';
import { linePath } from './line-path.ts';
import styles from './outcome-edge.module.css';
import type { OutcomeEdge } from './to-flow.ts';
import { useCanEdit } from './use-can-edit.ts';
import { farWay, useRoute } from './use-route.ts';

export const OutcomeEdgeView = memo(function OutcomeEdgeView(props: EdgeProps<OutcomeEdge>) {
  const far = useFar();
  return far === undefined ? <NearEdge {...props} /> : <FarEdge edge={props} far={far} />;
});

function FarEdge({ edge, far }: { readonly edge: EdgeProps<OutcomeEdge>; readonly far: Far }) {
  const { id, data, selected = false } = edge;
  const overlay = far.overlay.edges[id];
  if (data === undefined) return null;
  return (
    <path
      className={`${styles['edge']} ${styles['line']} ${styles['alone']}`}
      data-edge={id}
      {...lookOf(data.edge, { overlay, selected })}
      d={linePath(farWay(far.routes.get(id), edge))}
    />
  );
}

function NearEdge(props: EdgeProps<OutcomeEdge>) {
  const { id, data, selected = false } = props;
  const edge = data?.edge;
  const language = useLanguage();
  const overlay = useOverlay((state) => state.overlay.edges[id]);
  const isEdit = useCanEdit();
  const { points, label, labelWidth, isCramped = false } = useRoute(props);
  const [isHot, setHot] = useState(false);
  if (edge === undefined) return null;
  const path = linePath(points);
  const end = points.at(-1) ?? label;
  const isBare = isCramped && !isHot && !selected;
  const words = isBare ? '' : shortLabel(edge.keys, language);
  const hasTools = isEdit && (isHot || selected) && edge.source !== '@entry';
  const look = lookOf(edge, { overlay, selected });
  const hover = { onMouseEnter: () => setHot(true), onMouseLeave: () => setHot(false) };
  return (
    <>
      <g className={styles['edge']} data-edge={id} data-hot={isHot || undefined} {...look} {...hover}>
        {selected && <path className={styles['halo']} d={path} />}
        <path className={styles['touch']} d={path} />
        <path className={styles['line']} d={path} />
        <path className={styles['arrow']} d="M-4-7h8L0 0Z" transform={`translate(${end.x} ${end.y})`} />
      </g>
      {!isBare && (words !== '' || hasTools || overlay !== undefined) && (
        <EdgeLabelRenderer>
          <div
            className={styles['place']}
            data-label={id}
            style={{ transform: `translate(-50%, -50%) translate(${label.x}px, ${label.y}px)` }}
            {...hover}
          >
            <EdgeControls edge={edge} overlay={overlay} look={look} hasTools={hasTools} width={labelWidth} />
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  );
}

interface State {
  readonly overlay: EdgeOverlay | undefined;
  readonly selected: boolean;
}

function lookOf({ keys, meaning }: DrawnEdge, { overlay, selected }: State) {
  return {
    'data-meaning': keys.includes(always) ? 'always' : meaning,
    'data-dim': overlay?.isDim || undefined,
    'data-lit': overlay?.isLit || undefined,
    'data-waiting': overlay?.isWaiting || undefined,
    'data-selected': selected || undefined,
  };
}
