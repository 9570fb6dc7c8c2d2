// Whether edges can be drawn from a step just now: while the pointer is over it, while it is selected, and as long as one
// is being drawn from it.

import { useStoreApi } from '@xyflow/react';
import { useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useDrawing } from './drawing.ts';
import { useCanEdit } from './use-can-edit.ts';

export function useGrips(id: string, isSelected: boolean) {
  const canEdit = useCanEdit();
  const [isHovered, setHovered] = useState(false);
  const isDrawnFrom = useDrawing(({ drawn }) => drawn?.source === id);
  const hasGrips = canEdit && (isHovered || isSelected || isDrawnFrom);
  const store = useStoreApi();
  // Handles can be drawn from only once React Flow has measured them; its own hook would wait for the next frame, and the
  // button may be down by then.
  useLayoutEffect(() => {
    if (!hasGrips) return;
    const { domNode, updateNodeInternals } = store.getState();
    const nodeElement = domNode?.querySelector<HTMLDivElement>(
      `.react-flow__node[data-id="${CSS.escape(id)}"]`,
    );
    if (nodeElement)
      updateNodeInternals(new Map([[id, { id, nodeElement, force: true }]]), { triggerFitView: false });
  }, [hasGrips, id, store]);
  return {
    hasGrips,
    onPointerEnter: () => flushSync(() => setHovered(true)),
    onPointerLeave: () => setHovered(false),
  };
}
