// Drawing edges with the mouse: from an outcome to a step, or onto the empty canvas for a new one. What can't be is told
// with the reason.

import type { FinalConnectionState, Connection as FlowConnection } from '@xyflow/react';
import { connect } from '../model/commands/connect.ts';
import { useEditor } from '../state/editor.ts';
import { say } from '../ui/toast.tsx';
import { offerForOutcome } from './actions/add.ts';
import { knownNow } from './actions/current.ts';
import { useDrawing } from './drawing.ts';
import { judgeEdge, keyFor, refusedSteps } from './judge-edge.ts';
import { outcomeOfHandle } from './outcome-handle.ts';
import { type Pressed, pointOf } from './pointer.ts';
import { reconnecting } from './reconnecting.ts';
import type { OutcomeEdge } from './to-flow.ts';

export const connecting = {
  ...reconnecting,

  isValidConnection({ source, sourceHandle, target }: FlowConnection | OutcomeEdge): boolean {
    const known = knownNow();
    const { drawn } = useDrawing.getState();
    if (known === undefined) return false;
    return (
      judgeEdge(known, { source, outcome: outcomeOfHandle(sourceHandle), target }, drawn?.moved) === true
    );
  },

  onConnectStart(
    _event: Pressed,
    { nodeId: source, handleId }: { nodeId: string | null; handleId: string | null },
  ): void {
    const known = knownNow();
    if (useDrawing.getState().drawn !== undefined || source === null || known === undefined) return;
    const from = { source, outcome: outcomeOfHandle(handleId) };
    const refused = new Set(refusedSteps(known, (target) => ({ ...from, target })));
    refused.delete(source);
    const key = keyFor(known, from) ?? '';
    useDrawing.setState({ drawn: { source, key, seeks: 'step', refused, moved: undefined } });
  },

  onConnect({ source, sourceHandle, target }: FlowConnection): void {
    const known = knownNow();
    const key = known && keyFor(known, { source, outcome: outcomeOfHandle(sourceHandle) });
    if (key === undefined) return;
    const { apply, check } = useEditor.getState();
    apply(connect({ source, key, target }, check?.nodes[source]));
  },

  onConnectEnd(event: Pressed, { isValid, fromHandle, toNode }: FinalConnectionState): void {
    const known = knownNow();
    const { drawn, instance } = useDrawing.getState();
    useDrawing.setState({ drawn: undefined });
    if (isValid === true || drawn === undefined || drawn.moved !== undefined) return;
    if (known === undefined || fromHandle === null) return;
    const from = { source: fromHandle.nodeId, outcome: outcomeOfHandle(fromHandle.id) };
    // To let go where one began is to think better of it.
    if (toNode?.id === from.source) return;
    const may = judgeEdge(known, { ...from, target: toNode?.id ?? from.source });
    const key = keyFor(known, from);
    if (may !== true) say({ text: may, tone: 'problem' });
    if (may !== true || key === undefined || toNode !== null) return;
    const at = pointOf(event);
    const point = instance?.screenToFlowPosition(at);
    // After the click that ends the drag: it would close what has just opened.
    setTimeout(() => offerForOutcome({ source: from.source, key }, at, point));
  },
};
