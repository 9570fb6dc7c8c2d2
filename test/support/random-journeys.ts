// Journeys and scripts made by chance from a seed: valid by construction, over every kind of node and everything that the
// world can do. Clock times, relative times and times of scripts never meet in the same minutes, so that the seconds that
// a real machine takes never decide which of two things is first.

import type { Definition } from '../../src/journey/definition.ts';
import type { Script, ScriptStep } from '../../src/simulator/script.ts';
import { createChance, type Made, makers, type Random, subJourney } from './random-nodes.ts';

export interface RandomCase {
  readonly seed: number;
  /** The journey that people enter, and those it awaits. */
  readonly journey: Definition;
  readonly called: readonly Definition[];
  readonly script: Script;
}

type Node = Definition['nodes'][string];
/** The same case for the same seed. */
export function randomCase(seed: number, options: { readonly startAt: number }): RandomCase {
  const chance = createChance(seed);
  const id = `random-${seed}`;
  const called = chance.is(0.3) ? [randomJourney(chance, { id: `${id}-sub`, size: 2, sub: undefined })] : [];
  const journey = randomJourney(chance, { id, size: 3 + chance.below(5), sub: called[0]?.id });
  return { seed, journey, called, script: randomScript(chance, { seed, ...options }) };
}

function randomJourney(
  chance: Random,
  { id, size, sub }: { readonly id: string; readonly size: number; readonly sub: string | undefined },
): Definition {
  const nodes: Record<string, Node> = {};
  for (let index = 0; index < size; index += 1) {
    const later = () => (index + 1 < size ? `n${index + 1 + chance.below(size - index - 1)}` : 'done');
    nodes[`n${index}`] = randomNode(chance, {
      later,
      // The neighbour is always reachable, whatever chance says of the other edges.
      next: index + 1 < size ? `n${index + 1}` : 'done',
      earlier: index === 0 ? undefined : `n${chance.below(index)}`,
      sub,
    });
  }
  nodes['done'] = { type: 'exit', with: { as: 'reached' } };
  const quiet = chance.is(0.4) ? { quietHours: { from: '21:00', to: '08:00' } } : {};
  const caps = chance.is(0.2) ? { caps: [{ max: 2, per: '2d' }] } : {};
  const policy = { ...quiet, ...caps, expires: chance.of(['165m', '845m', '2905m']) };
  const exit = chance.is(0.5)
    ? {
        exit: [
          { on: { event: 'order.cancelled' }, if: 'event.total >= 50', as: 'cancelled' },
          { on: { event: 'message.late' }, if: "event.node == 'n0'", as: 'late' },
          { on: { event: 'whatsapp.inbound' }, if: "event.text == 'Bye'", as: 'left' },
        ],
      }
    : {};
  const entry = { on: { api: true as const } };
  return { id, name: `Random ${id}`, entry, policy, ...exit, start: 'n0', nodes };
}

interface Edges {
  readonly later: () => string;
  readonly next: string;
  readonly earlier: string | undefined;
  readonly sub: string | undefined;
}

function randomNode(chance: Random, edges: Edges): Node {
  const { later, next } = edges;
  const made = edges.sub !== undefined && chance.is(0.35) ? subJourney(edges.sub) : chance.of(makers)(chance);
  const [first = 'done', ...others] = made.outcomes;
  const routes = Object.fromEntries(others.map((outcome) => [outcome, later()]));
  const failures = made.fails ? { '*': later(), unresolved: later() } : {};
  const back = backEdge(chance, made, edges.earlier);
  const node: Node = { type: made.type, with: made.with, next: { [first]: next, ...routes, ...failures } };
  if (back === undefined) return node;
  return {
    ...node,
    maxVisits: 2,
    next: { ...(node.next as object), [back.outcome]: back.to, exhausted: later() },
  };
}

/** From a node that waits, so that no cycle runs hot; its first outcome stays the way on. */
function backEdge(chance: Random, made: Made, earlier: string | undefined) {
  const outcome = made.outcomes[1];
  if (!made.waits || earlier === undefined || outcome === undefined || !chance.is(0.5)) return undefined;
  return { outcome, to: earlier };
}

function randomScript(
  chance: Random,
  { seed, startAt }: { readonly seed: number; readonly startAt: number },
): Script {
  const steps = Array.from({ length: chance.below(8) }, () => randomStep(chance));
  let hours = 0;
  const world = steps.map((step): ScriptStep => {
    if (!chance.is(0.35)) return step;
    hours += 1 + chance.below(20);
    return { at: `${hours * 60 + 30}m`, ...step };
  });
  return {
    person: {
      id: `person-${seed}`,
      phone: `+8210${40_000_000 + seed}`,
      email: `person-${seed}@people.example`,
      locale: 'ko',
      timeZone: chance.of(['Asia/Seoul', 'Europe/Berlin', 'America/New_York']),
      attributes: chance.is(0.5) ? { firstName: 'Haneul' } : { firstName: 'Mina' },
      ...(chance.is(0.15)
        ? { consents: [{ channel: 'whatsapp' as const, topic: '', state: 'out' as const }] }
        : {}),
    },
    // Ten past: far from the hours of clocks.
    start: new Date(startAt + chance.below(24) * 3_600_000 + 600_000).toISOString(),
    event: { total: chance.of([10, 80]) },
    world,
  };
}

function randomStep(chance: Random): ScriptStep {
  const total = chance.of([10, 80]);
  return chance.of<() => ScriptStep>([
    () => ({ deliver: true }),
    () => ({ deliver: true }),
    () => ({ read: true }),
    () => ({ deliver: chance.of(['n0', 'n1', 'n2']) }),
    () => ({ reply: 'Thanks' }),
    () => ({ tap: chance.of(['yes', 'no', 'ok']) }),
    () => ({ tap: chance.of(['yes', 'no', 'ok']) }),
    () => ({ fail: chance.of([131026, 131049, 130472, 132015]) }),
    () => ({ refuse: chance.of([131026, 131049, 132001, 130472]) }),
    () => ({ hold: true }),
    () => ({ lose: true }),
    () => ({ silence: true }),
    () => ({ inbound: chance.of(['Hello', 'Hello', 'Bye']) }),
    () => ({ event: 'order.placed', data: { total } }),
    () => ({ event: 'page.viewed', data: { total } }),
    () => ({ event: 'order.cancelled', data: { total } }),
    () => ({ advance: chance.of(['90m', '330m', '1470m']) }),
    () => ({ exit: 'stopped' }),
  ])();
}
