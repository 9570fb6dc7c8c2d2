// The drawing: steps, edges, and what the mouse does to them. Only in edit mode it can be changed.
// It is made anew with every movement of a step: nothing else is in it.

import {
  Background,
  BackgroundVariant,
  ConnectionLineType,
  MiniMap,
  ReactFlow,
  type ReactFlowInstance,
} from '@xyflow/react';
import { useLanguage } from '../text/use-text.ts';
import { centerAt, minZoom } from './actions/view.ts';
import { connecting } from './connecting.ts';
import { useDrawing } from './drawing.ts';
import { EntryNodeView } from './entry-node.tsx';
import { flowWords } from './flow-words.ts';
import { FrameNodeView } from './frame-node.tsx';
import styles from './journey-canvas.module.css';
import { chooseEdge, openStepMenu, startWriting } from './mouse.ts';
import { OutcomeEdgeView } from './outcome-edge.tsx';
import { StepNodeView } from './step-node.tsx';
import type { FlowNode, OutcomeEdge } from './to-flow.ts';
import { useCanEdit } from './use-can-edit.ts';
import { useFlow } from './use-flow.ts';
import { useFocusing } from './use-focus-stop.ts';
import { useKeys } from './use-keys.ts';
import { ZoomLevel } from './zoom-level.tsx';

const nodeTypes = { step: StepNodeView, entry: EntryNodeView, frame: FrameNodeView };
const edgeTypes = { outcome: OutcomeEdgeView };
const grid: [number, number] = [4, 4];
const multiSelectKeys = ['Shift', 'Meta', 'Control'];

export function DrawnJourney() {
  const language = useLanguage();
  const isEdit = useCanEdit();
  const isList = useDrawing((drawing) => drawing.isList);
  const hasMiniMap = useDrawing((drawing) => drawing.hasMiniMap);
  const seeks = useDrawing(({ drawn }) => drawn?.seeks);
  const { isSettled, ...flow } = useFlow();
  useFocusing();
  useKeys();
  return (
    <ReactFlow<FlowNode, OutcomeEdge>
      {...flow}
      className={styles['canvas'] ?? ''}
      data-settling={!isSettled || undefined}
      data-drawing={seeks}
      data-edit={isEdit || undefined}
      inert={isList}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      onInit={keepInstance}
      {...connecting}
      onEdgeClick={chooseEdge}
      onNodeDoubleClick={startWriting}
      onNodeContextMenu={openStepMenu}
      nodesDraggable={isEdit}
      nodesConnectable={isEdit}
      edgesReconnectable={isEdit}
      nodesFocusable={false}
      edgesFocusable={false}
      disableKeyboardA11y
      deleteKeyCode={null}
      multiSelectionKeyCode={multiSelectKeys}
      snapToGrid
      snapGrid={grid}
      minZoom={minZoom}
      maxZoom={2}
      connectionRadius={8}
      connectionDragThreshold={4}
      connectionLineType={ConnectionLineType.SmoothStep}
      zoomOnDoubleClick={false}
      onlyRenderVisibleElements
      ariaLabelConfig={flowWords[language]}
    >
      <Background variant={BackgroundVariant.Dots} gap={24} size={1.5} color="var(--dot)" />
      <ZoomLevel />
      {hasMiniMap && (
        <MiniMap<FlowNode>
          pannable
          onClick={(_event, point) => centerAt(point)}
          zoomable
          className={styles['map'] ?? ''}
          nodeColor="var(--line-strong)"
          maskColor="color-mix(in srgb, var(--bg) 72%, transparent)"
          bgColor="var(--panel)"
        />
      )}
    </ReactFlow>
  );
}

function keepInstance(instance: ReactFlowInstance<FlowNode, OutcomeEdge>): void {
  useDrawing.setState({ instance });
}
