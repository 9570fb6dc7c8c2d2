// The session of the journey that is open, and what came of it. Every change is a `Change` of the session; the whole list
// of actions is played again after it, by the worker, or by the server where a step's type is a project's own.

import { create } from 'zustand';
import type { FailureChoice } from '../../simulator/failure-choices.ts';
import type { SimulatedAction } from '../../simulator/play-actions.ts';
import type { SimulationStop } from '../../simulator/simulation-bound.ts';
import { useEditor } from '../state/editor.ts';
import { ask } from '../worker/ask.ts';
import { walkedIn } from './edge-coverage.ts';
import { simulate } from './play.ts';
import { type Played, playAsFar } from './play-as-far.ts';
import { append, beginSession, type Change, currentBranch, type Session, toRequest } from './session.ts';

interface SimulationState {
  /** Of the journey that `session` is about. */
  readonly journey: string | undefined;
  readonly session: Session | undefined;
  /** Of the current branch; of the one before while the new answer is on its way. */
  readonly played: Played | undefined;
  /** Why `played` is not all of the branch: the run goes on and on. */
  readonly stop: SimulationStop | undefined;
  /** Edges that were walked in this session, on whatever branch. */
  readonly walked: ReadonlySet<string>;
  /** Empty until they are here. */
  readonly failures: readonly FailureChoice[];
  /** Why there is no answer: the server can't be reached, or a defect. */
  readonly fault: string | undefined;
}

const none = {
  ...{ session: undefined, played: undefined, stop: undefined, fault: undefined },
  walked: new Set<string>(),
} as const;

export const useSimulation = create<SimulationState>(() => ({ journey: undefined, failures: [], ...none }));

/** Begins where the journey is another one; else plays again what was done, on the journey as it is now. */
export async function openSimulation(): Promise<void> {
  const journey = useEditor.getState().history?.present;
  if (journey === undefined) return;
  if (useSimulation.getState().journey !== journey.id) {
    useSimulation.setState({ ...none, journey: journey.id });
    const sample = await ask('invent', { journey });
    useSimulation.setState({ session: beginSession(sample) });
  }
  if (useSimulation.getState().failures.length === 0) {
    useSimulation.setState({ failures: await ask('failures', null) });
  }
  await play();
}

export function change(how: Change): void {
  const { session } = useSimulation.getState();
  if (session === undefined) return;
  const next = how(session);
  if (next === session) return;
  useSimulation.setState({ session: next });
  void play();
}

export function act(action: SimulatedAction): void {
  change(append(action));
}

let asked = 0;

/** The newest question counts: an answer that comes late is dropped. */
async function play(): Promise<void> {
  const journey = useEditor.getState().history?.present;
  const { session } = useSimulation.getState();
  if (journey === undefined || session === undefined) return;
  asked += 1;
  const mine = asked;
  try {
    const reached = await playAsFar(currentBranch(session), (branch) =>
      simulate(journey, toRequest(session, branch)),
    );
    if (mine !== asked) return;
    const answer = reached.played?.answer;
    useSimulation.setState(({ walked }) => ({
      ...reached,
      walked: answer?.entered ? new Set([...walked, ...walkedIn(answer)]) : walked,
      fault: undefined,
    }));
  } catch (error) {
    if (mine === asked)
      useSimulation.setState({ fault: error instanceof Error ? error.message : String(error) });
  }
}
