// The journey drawn: steps, edges, and what the mouse does to them.

import { applyNodeChanges, Background, BackgroundVariant, type NodeChange, ReactFlow } from '@xyflow/react';
import { useEffect, useRef, useState } from 'react';
import { place } from '../model/commands/place.ts';
import { useEditor } from '../state/editor.ts';
import { useLayout } from '../state/use-layout.ts';
import { EntryNodeView } from './entry-node.tsx';
import styles from './journey-canvas.module.css';
import { OutcomeEdgeView } from './outcome-edge.tsx';
import { StepNodeView } from './step-node.tsx';
import { type Flow, type FlowNode, type OutcomeEdge, toFlow } from './to-flow.ts';

const nodeTypes = { step: StepNodeView, entry: EntryNodeView };
const edgeTypes = { outcome: OutcomeEdgeView };
const grid: [number, number] = [4, 4];

export function JourneyCanvas() {
  const journey = useEditor(({ history }) => history?.present);
  const check = useEditor((state) => state.check);
  const apply = useEditor((state) => state.apply);
  const select = useEditor((state) => state.select);
  const placed = useLayout(journey, check);
  const kept = useRef<Flow>(undefined);
  const [nodes, setNodes] = useState<FlowNode[]>([]);
  const [edges, setEdges] = useState<OutcomeEdge[]>([]);

  useEffect(() => {
    if (journey === undefined || placed === undefined) return;
    const flow = toFlow(journey, { check, placed, before: kept.current });
    kept.current = flow;
    setNodes((shown) => keepMeasured(shown, flow.nodes));
    setEdges(flow.edges);
  }, [journey, check, placed]);

  const onNodesChange = (changes: NodeChange<FlowNode>[]) => {
    setNodes((shown) => applyNodeChanges(changes, shown));
  };

  if (placed === undefined) return null;
  return (
    <ReactFlow<FlowNode, OutcomeEdge>
      className={styles['canvas'] ?? ''}
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      onNodesChange={onNodesChange}
      onNodeDragStop={(_event, _node, dragged) =>
        apply(place(dragged.map(({ id, position }) => [id, position])))
      }
      onSelectionChange={({ nodes: steps, edges: [edge] }) =>
        select({
          steps: new Set(steps.map(({ id }) => id)),
          ...(edge === undefined ? {} : { edge: edge.id }),
        })
      }
      snapToGrid
      snapGrid={grid}
      minZoom={0.1}
      maxZoom={2}
      fitView
      fitViewOptions={{ maxZoom: 1, padding: 0.1 }}
      onlyRenderVisibleElements
      deleteKeyCode={null}
    >
      <Background variant={BackgroundVariant.Dots} gap={24} size={1.5} color="var(--dot)" />
    </ReactFlow>
  );
}

/** What React Flow knows of its nodes (size, selection) stays when the journey changes. */
function keepMeasured(shown: readonly FlowNode[], next: readonly FlowNode[]): FlowNode[] {
  const known = new Map(shown.map((node) => [node.id, node]));
  return next.map((node) => {
    const old = known.get(node.id);
    if (old === undefined) return node;
    const { x, y } = node.position;
    if (old.data === node.data && old.position.x === x && old.position.y === y) return old;
    return { ...old, position: node.position, data: node.data } as FlowNode;
  });
}
