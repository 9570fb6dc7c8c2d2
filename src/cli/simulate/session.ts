// A session at a terminal as a value: what has happened, and what may be chosen next. Every change gives a new session,
// so going back and forking are keeping an earlier one. Asks nothing itself: `play-session.ts` does.

import { isOfBusiness } from '../../journey/engine-events.ts';
import { listTaps } from '../../simulator/hear-inbound.ts';
import type { Script, ScriptStep } from '../../simulator/script.ts';
import type { Rest, Simulation, WorldAction } from '../../simulator/simulation.ts';
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
  const { rest } = simulation;
  return [
    ...(rest === undefined ? [] : choicesAt(rest, simulation)),
    ...(before === undefined ? [] : [{ kind: 'back' } as const]),
    { kind: 'fork' },
    ...branches.map((_branch, index) => ({ kind: 'branch', index }) as const),
    { kind: 'save' },
    { kind: 'quit' },
  ];
}

function choicesAt(rest: Rest, { facts }: Simulation): readonly Choice[] {
  const evidence: readonly Choice[] =
    rest.message === undefined
      ? []
      : [
          { kind: 'do', step: { deliver: true } },
          { kind: 'do', step: { read: true } },
          { kind: 'do', step: { click: true } },
          { kind: 'fail' },
          { kind: 'do', step: { silence: true } },
        ];
  return [
    ...evidence,
    ...listTaps(facts.sends).map((tap) => ({ kind: 'do', step: { tap } }) as const),
    ...rest.events.filter(isOfBusiness).map((event) => ({ kind: 'do', step: { event } }) as const),
    ...(rest.due === undefined ? [] : [{ kind: 'next', due: rest.due } as const]),
    ...(facts.sends.length === 0 ? [] : [{ kind: 'reply' } as const]),
    { kind: 'advance' },
    { kind: 'event' },
    { kind: 'inbound' },
    { kind: 'refuse' },
    { kind: 'do', step: { hold: true } },
    { kind: 'do', step: { lose: true } },
    { kind: 'exit' },
  ];
}

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
