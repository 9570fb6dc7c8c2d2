// One step of a machine: the next snapshot, and XState's effects as data. XState's own `transition` makes an actor, and
// with it an initial snapshot that nobody looks at, for every step; here each machine has one, that never runs. Pure.

import {
  type ActorScope,
  type AnyEventObject,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  createActor,
  type ExecutableActionObject,
} from 'xstate';
import type { EpochMs } from './vocabulary.ts';

export interface Step {
  readonly snapshot: AnyMachineSnapshot;
  readonly effects: readonly ExecutableActionObject[];
}

type Scope = ActorScope<AnyMachineSnapshot, AnyEventObject>;

const scopes = new WeakMap<AnyStateMachine, Scope>();

/** Enters the machine's initial state; `at` is the run's clock. */
export function enterMachine(machine: AnyStateMachine, at: EpochMs): Step {
  const { scope, effects } = observed(machine);
  return { snapshot: machine.getInitialSnapshot(scope, { at }), effects };
}

/** Feeds one event. */
export function stepMachine(
  machine: AnyStateMachine,
  snapshot: AnyMachineSnapshot,
  event: AnyEventObject,
): Step {
  const { scope, effects } = observed(machine);
  return { snapshot: machine.transition(snapshot, event, scope), effects };
}

/** The machine's scope, that hands its effects over instead of carrying them out. */
function observed(machine: AnyStateMachine): {
  readonly scope: Scope;
  readonly effects: ExecutableActionObject[];
} {
  const effects: ExecutableActionObject[] = [];
  const scope = {
    ...scopeOf(machine),
    actionExecutor: (effect: ExecutableActionObject) => effects.push(effect),
  };
  return { scope: scope as Scope, effects };
}

function scopeOf(machine: AnyStateMachine): Scope {
  const known = scopes.get(machine);
  if (known !== undefined) return known;
  const self = createActor(machine, { input: { at: 0 } });
  const nothing = () => {};
  const scope = {
    self,
    system: self.system,
    id: '',
    sessionId: '',
    logger: nothing,
    defer: nothing,
    stopChild: nothing,
    emit: nothing,
    actionExecutor: nothing,
  } as unknown as Scope;
  scopes.set(machine, scope);
  return scope;
}
