// The nodes and edges that React Flow draws, made from the journey; and what it reports, given back to the journey.

import { applyNodeChanges, type EdgeChange, type NodeChange, useReactFlow, useStoreApi } from '@xyflow/react';
import { useCallback, useDeferredValue, useEffect, useRef, useState } from 'react';
import type { Journey } from '../model/journey.ts';
import { useEditor } from '../state/editor.ts';
import { useShownJourney } from '../state/shown-journey.ts';
import { isPlacedByAuthor, useLayout } from '../state/use-layout.ts';
import { fitAtOnce, viewOfAll } from './actions/view.ts';
import { keepPlaces, withFollowers } from './drag.ts';
import { useDrawing } from './drawing.ts';
import { keepHeights, useIsMeasured } from './heights.ts';
import { markSelected, takeEdgeSelection, takeSelection } from './shown-selection.ts';
import { type Flow, type FlowNode, keepList, type OutcomeEdge, toFlow } from './to-flow.ts';
import { useRoutes } from './use-routes.ts';

/** Larger journeys that somebody has put in order are drawn without having been measured. */
const mostMeasured = 150;

export function useFlow() {
  // What is typed is shown first; the drawing follows.
  const { journey, check } = useDeferredValue(useShownJourney());
  const selection = useEditor((state) => state.selection);
  const heights = useDrawing((drawing) => drawing.heights);
  const instance = useDrawing((drawing) => drawing.instance);
  const store = useStoreApi();
  const { setViewport } = useReactFlow();
  const kept = useRef<Flow>(undefined);
  const isInSight = useRef(false);
  const [nodes, setNodes] = useState<FlowNode[]>([]);
  const changeNodes = useCallback(
    (next: (shown: FlowNode[]) => FlowNode[]) =>
      setNodes((shown) => keepList(shown, forgetPorts(shown, next(shown)))),
    [],
  );
  const [edges, setEdges] = useState<OutcomeEdge[]>([]);
  const isMeasured = useIsMeasured(journey, check !== undefined);
  const placed = useLayout({ journey, check, heights: isMeasured ? heights : undefined });
  const isSettled = placed !== undefined || (journey !== undefined && isPlacedByAuthor(journey));

  useEffect(() => {
    if (journey === undefined) return;
    const known = { check, placed: placed ?? {}, heights, before: kept.current };
    const flow = toFlow(journey, { ...known, isTypical: isTypical(journey) });
    // What is drawn at once is in sight from the first: near, its steps would be drawn for nothing.
    if (kept.current === undefined && isTypical(journey)) {
      setViewport(viewOfAll(flow.nodes, store.getState()));
      isInSight.current = true;
    }
    kept.current = flow;
    const chosen = useEditor.getState().selection;
    changeNodes((shown) => markSelected(keepMeasured(shown, flow.nodes), ({ id }) => chosen.steps.has(id)));
    setEdges((shown) =>
      keepList(
        shown,
        markSelected(flow.edges, ({ id }) => chosen.edge === id),
      ),
    );
  }, [journey, check, placed, heights, changeNodes, setViewport, store]);
  useEffect(() => {
    changeNodes((shown) => markSelected(shown, ({ id }) => selection.steps.has(id)));
    setEdges((shown) => markSelected(shown, ({ id }) => selection.edge === id));
  }, [selection, changeNodes]);
  useEffect(() => {
    useDrawing.setState({ placed: placed ?? {} });
  }, [placed]);
  useEffect(() => {
    if (!isSettled || instance === undefined || isInSight.current) return;
    const frame = requestAnimationFrame(fitAtOnce);
    return () => cancelAnimationFrame(frame);
  }, [isSettled, instance]);
  useRoutes({ journey, placed, edges });

  const onNodesChange = useCallback(
    (changes: NodeChange<FlowNode>[]) => {
      keepHeights(changes);
      takeSelection(changes);
      const others = changes.filter(({ type }) => type === 'position' || type === 'dimensions');
      if (others.length > 0) changeNodes((shown) => withFollowers(shown, applyNodeChanges(others, shown)));
    },
    [changeNodes],
  );
  const onEdgesChange = useCallback((changes: EdgeChange<OutcomeEdge>[]) => takeEdgeSelection(changes), []);
  return { nodes, edges, onNodesChange, onEdgesChange, onNodeDragStop: keepPlaces, isSettled };
}

/** Whether steps are taken to be as large as most are: the author has put them where nothing overlaps. */
function isTypical(journey: Journey): boolean {
  return Object.keys(journey.nodes).length > mostMeasured && isPlacedByAuthor(journey);
}

/** Where ports are said to be counts until React Flow has taken the step over: it may have found more since. */
function forgetPorts(shown: readonly FlowNode[], next: readonly FlowNode[]): FlowNode[] {
  return next.map((node, index) => {
    const old = shown[index];
    if (node.handles === undefined || old === undefined || old === node || old.id !== node.id) return node;
    const { handles: _, ...rest } = node;
    return rest;
  });
}

/** What React Flow knows of its nodes (size, selection) stays when the journey changes. */
function keepMeasured(shown: readonly FlowNode[], next: readonly FlowNode[]): FlowNode[] {
  const known = new Map(shown.map((node) => [node.id, node]));
  return next.map((node) => {
    const old = known.get(node.id);
    if (old === undefined || old.type !== node.type) return node;
    const { x, y } = node.position;
    const isSame = old.data === node.data && old.position.x === x && old.position.y === y;
    return isSame && old.height === node.height && old.width === node.width
      ? old
      : ({ ...old, ...node, ...(old.measured === undefined ? {} : { measured: old.measured }) } as FlowNode);
  });
}
