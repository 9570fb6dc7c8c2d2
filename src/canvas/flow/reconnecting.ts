// An end of an edge is led elsewhere: where it goes to, to another step; where it comes from, to another outcome; and the
// entry to where the journey begins. React Flow moves it, but knows ports only: what it is dropped on is a step, or a chip.

import type { HandleType } from '@xyflow/react';
import { chain } from '../model/commands/chain.ts';
import { type Connection, connect, disconnect, reconnect } from '../model/commands/connect.ts';
import type { DrawnEdge } from '../model/edges.ts';
import { useEditor } from '../state/editor.ts';
import { say } from '../ui/toast.tsx';
import { beginHere } from './actions/change.ts';
import { currentJourney, edgesFrom, knownNow } from './actions/current.ts';
import { selectEdge } from './actions/select.ts';
import { useDrawing } from './drawing.ts';
import { type Ends, judgeEdge, keyFor, refusedSteps } from './judge-edge.ts';
import { type Pressed, pointOf, type StepAt, stepAt } from './pointer.ts';
import { entryId, type OutcomeEdge } from './to-flow.ts';

export const reconnecting = {
  /** @param fixed the end that stays */
  onReconnectStart(_event: unknown, { data }: OutcomeEdge, fixed: HandleType): void {
    const known = knownNow();
    const moved = data?.edge;
    if (known === undefined || moved === undefined) return;
    const refused = refusedSteps(known, (step) => withEnd(moved, fixed, { step }), moved);
    const seeks = fixed === 'source' ? 'step' : 'outcome';
    const [key = ''] = moved.keys;
    useDrawing.setState({ drawn: { source: moved.source, key, seeks, refused, moved } });
  },

  /** What it is dropped on is looked at afterwards; without this nothing could be moved. */
  onReconnect(): void {},

  onReconnectEnd(event: Pressed, { data }: OutcomeEdge, fixed: HandleType): void {
    useDrawing.setState({ drawn: undefined });
    const known = knownNow();
    const moved = data?.edge;
    const end = stepAt(pointOf(event));
    // To let go of it over the empty canvas is to think better of it.
    if (known === undefined || moved === undefined || end === undefined) return;
    const ends = withEnd(moved, fixed, end);
    const may = judgeEdge(known, ends, moved);
    if (may !== true) say({ text: may, tone: 'problem' });
    else if (moved.source === entryId) beginHere(ends.target);
    else move(moved, { ...ends, key: keyFor(known, ends, moved) ?? '' });
  },
};

function withEnd({ source, target }: DrawnEdge, fixed: HandleType, { step, outcome }: StepAt): Ends {
  return fixed === 'source'
    ? { source, outcome: undefined, target: step }
    : { source: step, outcome, target };
}

/** Who leads elsewhere does so with all outcomes of the line; who comes from elsewhere does so with one. */
function move(moved: DrawnEdge, { source, key, target }: Connection): void {
  const { apply, check } = useEditor.getState();
  const isTarget = source === moved.source && moved.keys.includes(key);
  if (isTarget) apply(reconnect(moved, target));
  else apply(chain(disconnect(moved), connect({ source, key, target }, check?.nodes[source])));
  const journey = currentJourney();
  const edges = journey === undefined ? [] : edgesFrom(journey, source);
  const now = edges.find((edge) => edge.target === target && edge.keys.includes(key));
  if (now !== undefined) selectEdge(now.id);
}
