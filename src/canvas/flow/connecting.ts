// Drawing edges with the mouse: from an outcome to a step, onto the empty canvas for a new one, or an end of an edge to
// somewhere else. What can't be is told with the reason.

import type { FinalConnectionState, Connection as FlowConnection } from '@xyflow/react';
import type { LocalizedText } from '../../journey/catalogue.ts';
import { canConnect } from '../model/can-connect.ts';
import { chain } from '../model/commands/chain.ts';
import { connect, disconnect, reconnect } from '../model/commands/connect.ts';
import type { DrawnEdge } from '../model/edges.ts';
import { useEditor } from '../state/editor.ts';
import { say } from '../ui/toast.tsx';
import { freeKey, offerForOutcome } from './actions/add.ts';
import { currentJourney, findEdge } from './actions/current.ts';
import { useDrawing } from './drawing.ts';
import { outcomeOfHandle } from './outcome-handle.ts';
import type { OutcomeEdge } from './to-flow.ts';

const texts = {
  allTaken: {
    en: 'All outcomes of this step lead on already. Take hold of a line’s end to lead it elsewhere.',
    ko: '이 단계의 모든 결과가 이미 이어져 있습니다. 선의 끝을 잡아 다른 곳으로 옮길 수 있습니다.',
  },
  noStep: { en: 'An edge leads from an outcome to a step.', ko: '연결은 결과에서 단계로 이어집니다.' },
};

interface Ends {
  readonly source: string | null;
  readonly sourceHandle?: string | null | undefined;
  readonly target: string | null;
}

/** True, or why an edge can't be drawn so. @param moved the edge whose end is being moved */
function judge({ source, sourceHandle, target }: Ends, moved: DrawnEdge | undefined): true | LocalizedText {
  const journey = currentJourney();
  if (journey === undefined || source === null || target === null) return texts.noStep;
  const base = moved === undefined ? journey : disconnect(moved)(journey);
  const key = keyOf({ source, sourceHandle }, moved);
  if (key === undefined) return texts.allTaken;
  return canConnect(base, useEditor.getState().check, { source, key, target });
}

function keyOf(
  { source, sourceHandle }: Omit<Ends, 'target'>,
  moved: DrawnEdge | undefined,
): string | undefined {
  const journey = currentJourney();
  const named = outcomeOfHandle(sourceHandle);
  if (named !== undefined || journey === undefined || source === null) return named;
  return moved?.source === source ? moved.keys[0] : freeKey(journey, source);
}

function begin(ends: Omit<Ends, 'target'>, moved?: DrawnEdge): void {
  const key = keyOf(ends, moved);
  const steps = Object.keys(currentJourney()?.nodes ?? {});
  const others = steps.filter((id) => id !== ends.source);
  const refused = new Set(others.filter((target) => judge({ ...ends, target }, moved) !== true));
  useDrawing.setState({ drawn: { source: ends.source ?? '', key: key ?? '', refused, moved } });
}

function end(): void {
  useDrawing.setState({ drawn: undefined });
}

type Pressed = MouseEvent | TouchEvent;

export const connecting = {
  isValidConnection: (ends: FlowConnection | OutcomeEdge) =>
    judge(ends, useDrawing.getState().drawn?.moved) === true,

  onConnectStart(
    _event: Pressed,
    { nodeId, handleId }: { nodeId: string | null; handleId: string | null },
  ): void {
    if (useDrawing.getState().drawn === undefined) begin({ source: nodeId, sourceHandle: handleId });
  },

  onConnect({ source, sourceHandle, target }: FlowConnection): void {
    const key = keyOf({ source, sourceHandle }, undefined);
    if (key === undefined) return;
    const { apply, check } = useEditor.getState();
    apply(connect({ source, key, target }, check?.nodes[source]));
  },

  onConnectEnd(event: Pressed, { isValid, fromHandle, toNode }: FinalConnectionState): void {
    const { drawn, instance } = useDrawing.getState();
    end();
    if (isValid === true || drawn === undefined || drawn.moved !== undefined || fromHandle === null) return;
    const ends = { source: fromHandle.nodeId, sourceHandle: fromHandle.id ?? null };
    if (toNode !== null) {
      // To let go where one began is to think better of it.
      if (toNode.id === fromHandle.nodeId) return;
      const why = judge({ ...ends, target: toNode.id }, undefined);
      if (why !== true) say({ text: why, tone: 'problem' });
      return;
    }
    const at = pointOf(event);
    const key = keyOf(ends, undefined);
    if (key === undefined) say({ text: texts.allTaken, tone: 'problem' });
    else {
      const point = instance?.screenToFlowPosition(at);
      // After the click that ends the drag: it would close what has just opened.
      setTimeout(() => offerForOutcome({ source: ends.source, key }, at, point));
    }
  },

  onReconnectStart(_event: unknown, { id, source, sourceHandle }: OutcomeEdge): void {
    const edge = findEdge(id);
    if (edge !== undefined) begin({ source, sourceHandle: sourceHandle ?? null }, edge);
  },

  onReconnect(old: OutcomeEdge, { source, sourceHandle, target }: FlowConnection): void {
    const edge = findEdge(old.id);
    if (edge === undefined) return;
    const { apply, check, select } = useEditor.getState();
    const key = outcomeOfHandle(sourceHandle);
    if (key === undefined) apply(reconnect(edge, target));
    else apply(chain(disconnect(edge), connect({ source, key, target }, check?.nodes[source])));
    select({ steps: new Set([source]) });
  },

  onReconnectEnd: end,
};

function pointOf(event: Pressed) {
  const { clientX: x, clientY: y } =
    'changedTouches' in event ? (event.changedTouches[0] ?? { clientX: 0, clientY: 0 }) : event;
  return { x, y };
}
