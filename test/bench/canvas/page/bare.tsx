// Bare React Flow: its own nodes and edges, nothing of ours. A field renames the box that was clicked.

import '@xyflow/react/dist/style.css';
import { type Edge, type Node, Panel, ReactFlow, useEdgesState, useNodesState } from '@xyflow/react';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Boxes } from '../campaign.ts';

type Box = Node<{ readonly label: string }>;

const size = { width: '100vw', height: '100vh' };
const grid: [number, number] = [4, 4];

function Bare({ boxes }: { readonly boxes: Boxes }) {
  const [nodes, setNodes, onNodesChange] = useNodesState<Box>(boxes.nodes.map(toNode));
  const [edges, , onEdgesChange] = useEdgesState<Edge>(boxes.edges.map(toEdge));
  const [renamed, setRenamed] = useState<string>();
  const rename = (label: string) =>
    setNodes((shown) => shown.map((node) => (node.id === renamed ? { ...node, data: { label } } : node)));
  return (
    <div style={size}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        onNodeClick={(_, node) => setRenamed(node.id)}
        fitView
        minZoom={0.1}
        snapToGrid
        snapGrid={grid}
        onlyRenderVisibleElements
      >
        <Panel position="top-right">
          <input
            aria-label="Name"
            value={nodes.find(({ id }) => id === renamed)?.data.label ?? ''}
            onChange={({ target }) => rename(target.value)}
          />
        </Panel>
      </ReactFlow>
    </div>
  );
}

function toNode({ id, name, x, y }: Boxes['nodes'][number]): Box {
  return { id, position: { x, y }, data: { label: name } };
}

function toEdge({ source, target }: Boxes['edges'][number]): Edge {
  return { id: `${source}→${target}`, source, target };
}

const root = document.getElementById('root');
const answer = await fetch('/boxes.json');
const boxes: Boxes = await answer.json();
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <Bare boxes={boxes} />
    </StrictMode>,
  );
}
