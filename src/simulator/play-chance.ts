// Plays a run in a world of chance, to its end or until it would wait forever: what `fateOf` and `drawEvent` say comes
// at its time, everything else by the run's own timers. Pure.

import { isOfBusiness } from '../journey/engine-events.ts';
import type { PolicySettings } from '../whatsapp/policy-settings.ts';
import { drawEvent, type Fated, fateOf } from './chance.ts';
import { hasLeft } from './facts.ts';
import { circumstancesOf } from './gate-facts.ts';
import type { Chance } from './script.ts';
import type { Rest, Simulation } from './simulation.ts';
import type { Simulator } from './simulator.ts';

/** Goes on from a simulation that was begun with this chance. */
export function playChance(simulator: Simulator, begun: Simulation, chance: Chance): Simulation {
  let simulation = begun;
  let coming: readonly Fated[] = [];
  const known = new Set<string>();
  for (;;) {
    const { rest } = simulation;
    if (rest === undefined) return simulation;
    coming = [
      ...coming,
      ...newFates(simulation, chance, { known, settings: simulator.settings }),
      ...newEvents(simulation, rest, { chance, known }),
    ];
    const next = firstOf(coming);
    if (next !== undefined && next.at <= (rest.due ?? next.at)) {
      coming = coming.filter((one) => one !== next);
      const then = simulator.advance(simulation, next.at - simulation.now);
      simulation = simulator.act(then, next.action);
    } else if (rest.due !== undefined) simulation = simulator.advanceToNext(simulation);
    else return simulation;
  }
}

function firstOf(coming: readonly Fated[]): Fated | undefined {
  return coming.reduce<Fated | undefined>(
    (first, one) => (first === undefined || one.at < first.at ? one : first),
    undefined,
  );
}

/** What will be heard of messages that have left since the last look. */
function newFates(
  simulation: Simulation,
  chance: Chance,
  { known, settings }: { readonly known: Set<string>; readonly settings: PolicySettings },
): Fated[] {
  const { facts } = simulation;
  return facts.sends.flatMap((send) => {
    if (send.channel !== 'whatsapp' || known.has(send.id) || !hasLeft(send)) return [];
    known.add(send.id);
    return fateOf(chance, send, { ...circumstancesOf(simulation, settings), at: simulation.now });
  });
}

/**
 * Events that will come while the run waits for them, or for time to pass. They carry the data that the run was entered
 * by, so that an order is the order of this cart.
 */
function newEvents(
  { facts, now }: Simulation,
  { node, visit, events, due, waiting }: Rest,
  { chance, known }: { readonly chance: Chance; readonly known: Set<string> },
): Fated[] {
  const place = `${node}#${visit}`;
  return events.filter(isOfBusiness).flatMap((name) => {
    const key = `${place} ${name}`;
    if (waiting !== 'time' || due === undefined || known.has(key)) return [];
    known.add(key);
    const at = drawEvent(chance, { person: facts.person.externalId, place, name, from: now, until: due });
    return at === undefined ? [] : [{ at, action: { event: name, data: { ...facts.event } } }];
  });
}
