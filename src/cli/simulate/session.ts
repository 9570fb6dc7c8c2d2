// A session at a terminal as a value: what has happened, and what may be chosen next. Every change gives a new session,
// so going back and forking are keeping an earlier one. Asks nothing itself: `play-session.ts` does.

import { listPossible, type PossibleAction } from '../../simulator/possible-actions.ts';
import type { Script, ScriptStep } from '../../simulator/script.ts';
import type { Simulation, WorldAction } from '../../simulator/simulation.ts';
import type { Simulator } from '../../simulator/simulator.ts';

export interface Session {
  readonly simulation: Simulation;
  /** What was done, so that it can be played again. */
  readonly steps: readonly ScriptStep[];
  /** The session before the last thing that was done. */
  readonly before?: Session;
}

/** What can be chosen. Those with a `step` say all; the others need something more from the person. */
export type Choice =
  | { readonly kind: 'do'; readonly step: ScriptStep }
  | { readonly kind: 'fail' | 'reply' | 'inbound' | 'event' | 'advance' | 'refuse' | 'exit' }
  | { readonly kind: 'next'; readonly due: number }
  | { readonly kind: 'back' | 'fork' | 'save' | 'quit' }
  | { readonly kind: 'branch'; readonly index: number };

/** In the order of the menu: the likely first. */
export function choicesOf({ simulation, before }: Session, branches: readonly Session[]): readonly Choice[] {
  return [
    ...listPossible(simulation).map(toChoice),
    ...(before === undefined ? [] : [{ kind: 'back' } as const]),
    { kind: 'fork' },
    ...branches.map((_branch, index) => ({ kind: 'branch', index }) as const),
    { kind: 'save' },
    { kind: 'quit' },
  ];
}

function toChoice(possible: PossibleAction): Choice {
  switch (possible.kind) {
    case 'deliver':
    case 'read':
    case 'click':
    case 'silence':
      return { kind: 'do', step: evidence[possible.kind] };
    case 'hold':
    case 'lose':
      return { kind: 'do', step: possible.kind === 'hold' ? { hold: true } : { lose: true } };
    case 'tap':
      return { kind: 'do', step: { tap: possible.id } };
    case 'event':
      return { kind: 'do', step: { event: possible.name } };
    case 'other-event':
      return { kind: 'event' };
    case 'next':
      return possible;
    default:
      return { kind: possible.kind };
  }
}

const evidence = {
  deliver: { deliver: true },
  read: { read: true },
  click: { click: true },
  silence: { silence: true },
} as const satisfies { readonly [kind: string]: ScriptStep };

/** The session after a step; the same one where the step met nothing. */
export function take(session: Session, step: ScriptStep, simulator: Simulator): Session {
  const simulation = simulator.act(session.simulation, step as WorldAction);
  if (simulation === session.simulation) return session;
  return { simulation, steps: [...session.steps, step], before: session };
}

/** Time until something is due, as a step: in whole seconds, rounded up. */
export function toNextStep({ now }: Simulation, due: number): ScriptStep {
  return { advance: `PT${Math.max(1, Math.ceil((due - now) / 1_000))}S` };
}

/** What has been done as a script that can be played again. */
export function toScript({ steps, simulation }: Session, script: Script): Script {
  return { ...script, start: new Date(simulation.facts.startedAt).toISOString(), world: [...steps] };
}
