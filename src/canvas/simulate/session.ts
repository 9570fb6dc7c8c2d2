// A simulation session as a value: who enters with what, and the branches that were tried. The list of actions is all
// there is of a branch: it is played anew after each change, so that stepping back is leaving the last one out. Pure.

import type { SimulatedAction, SimulationRequest } from '../../simulator/play-actions.ts';
import type { SimulatedPerson } from '../../simulator/script.ts';

/** Who enters, with what and when. */
export interface Setup {
  readonly person: SimulatedPerson;
  /** Data of the event that the run is entered by. */
  readonly event: { readonly [name: string]: unknown };
  /** ISO 8601; a Monday at ten where absent. */
  readonly start?: string;
}

export interface Branch {
  readonly id: number;
  /** As its author calls it. */
  readonly name?: string;
  readonly actions: readonly SimulatedAction[];
  /** Taken back, the one to do again first. */
  readonly undone: readonly SimulatedAction[];
}

export interface Session {
  readonly setup: Setup;
  /** Never empty. */
  readonly branches: readonly Branch[];
  /** Id of the branch that is shown. */
  readonly current: number;
}

export type Change = (session: Session) => Session;

export function beginSession(setup: Setup): Session {
  return { setup, branches: [{ id: 1, actions: [], undone: [] }], current: 1 };
}

export function currentBranch({ branches, current }: Session): Branch {
  const found = branches.find(({ id }) => id === current) ?? branches[0];
  if (found === undefined) throw new TypeError('A session has a branch.');
  return found;
}

export function toRequest(session: Session, branch = currentBranch(session)): SimulationRequest {
  return { ...session.setup, actions: [...branch.actions] };
}

export function append(action: SimulatedAction): Change {
  return inCurrent(({ actions, undone: _undone, ...branch }) => ({
    ...branch,
    actions: [...actions, action],
    undone: [],
  }));
}

/** Without the last action. */
export const stepBack: Change = inCurrent((branch) => {
  const last = branch.actions.at(-1);
  if (last === undefined) return branch;
  return { ...branch, actions: branch.actions.slice(0, -1), undone: [last, ...branch.undone] };
});

/** With the action that was taken back last. */
export const stepAgain: Change = inCurrent((branch) => {
  const [next, ...undone] = branch.undone;
  return next === undefined ? branch : { ...branch, actions: [...branch.actions, next], undone };
});

/** To an earlier point; what was done since can be done again. @param count actions that stay */
export function goBackTo(count: number): Change {
  return inCurrent(({ actions, undone, ...branch }) => ({
    ...branch,
    actions: actions.slice(0, count),
    undone: [...actions.slice(count), ...undone],
  }));
}

/** To where nothing was done yet. */
export const restart = goBackTo(0);

/** Keeps the branch, and goes on from an earlier point of it on a new one. @param count actions that stay */
export function fork(count: number): Change {
  return (session) => {
    const id = Math.max(...session.branches.map((branch) => branch.id)) + 1;
    const actions = currentBranch(session).actions.slice(0, count);
    return { ...session, branches: [...session.branches, { id, actions, undone: [] }], current: id };
  };
}

export function selectBranch(id: number): Change {
  return (session) =>
    session.branches.some((branch) => branch.id === id) ? { ...session, current: id } : session;
}

/** The last one stays. */
export const closeBranch: Change = (session) => {
  const index = session.branches.findIndex(({ id }) => id === session.current);
  const branches = session.branches.filter((_branch, other) => other !== index);
  const next = branches[Math.max(0, index - 1)];
  return next === undefined ? session : { ...session, branches, current: next.id };
};

export function renameBranch(name: string): Change {
  return inCurrent(({ name: _name, ...branch }) =>
    name.trim() === '' ? branch : { ...branch, name: name.trim() },
  );
}

/** Another person, or another event; what was done stays. */
export function changeSetup(setup: Setup): Change {
  return (session) => ({ ...session, setup });
}

function inCurrent(change: (branch: Branch) => Branch): Change {
  return (session) => {
    const before = currentBranch(session);
    const after = change(before);
    if (after === before) return session;
    return { ...session, branches: session.branches.map((branch) => (branch === before ? after : branch)) };
  };
}
