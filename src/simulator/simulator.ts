// The simulator: the second host of the driver (DESIGN 1). It runs the same charts by the same rules as production, on a
// clock that is a number. Simulations are immutable values, so stepping back is keeping an earlier one, and a fork is
// going on from it. Pure; runs in Node and browsers.

import { decideEntry } from '../journey/decide-entry.ts';
import { begin as beginRun, type Carry, fromCarry, toCarry } from '../machine/driver.ts';
import type { ConsentFact } from '../messaging/policies/consent.ts';
import type { PersonView } from '../node-kit/node-type.ts';
import type { PolicySettings } from '../whatsapp/policy-settings.ts';
import { act } from './act.ts';
import { type Draft, openDraft, seal } from './draft.ts';
import type { Facts, Places, PreparedAnswer } from './facts.ts';
import { noteRest, passTime, settleDown, takeIn } from './move.ts';
import type { Chance, SimulatedPerson } from './script.ts';
import type { Simulation, WorldAction } from './simulation.ts';
import { toPersonScope } from './visit.ts';
import { createWorkings, type SimulatorInput, type Workings } from './workings.ts';

export interface BeginInput {
  readonly person: SimulatedPerson;
  /** The run's clock at the entry, epoch milliseconds. */
  readonly at: number;
  /** Data of the event that the run is entered by. */
  readonly event?: { readonly [name: string]: unknown };
  /** Instead of the entry's own expression. */
  readonly key?: string;
  readonly runId?: string;
  /** A start by API is a decision already: the entry's `if` is not asked. */
  readonly ignoreCondition?: boolean;
  /** Answers that the first messages and other systems will give. */
  readonly answers?: readonly PreparedAnswer[];
  /** Places of throttles that others have taken. */
  readonly places?: Places;
  /** What the provider answers where no answer is prepared. Default: every message is accepted. */
  readonly chance?: Chance;
}

/** A person who may not enter is a result. `expression`: the entry's `if` or `key` fails on this data. */
export type Begun =
  | { readonly entered: true; readonly simulation: Simulation }
  | { readonly entered: false; readonly reason: 'condition' | 'expression'; readonly code?: string };

/** A simulation as plain JSON. */
export interface SavedSimulation extends Omit<Simulation, 'run'> {
  readonly run: Carry;
}

/** Whatever moves a run on throws SimulationTooLongError where `maxTurns` bounds it and it does more. */
export interface Simulator {
  readonly settings: PolicySettings;
  begin(input: BeginInput): Begun;
  /** Does something at the simulation's now. The same simulation comes back where it met nothing. */
  act(simulation: Simulation, action: WorldAction): Simulation;
  /** Lets time pass, in milliseconds: what is due happens. */
  advance(simulation: Simulation, ms: number): Simulation;
  /** On to the next moment at which the run goes on by itself; the same simulation where there is none. */
  advanceToNext(simulation: Simulation): Simulation;
  save(simulation: Simulation): SavedSimulation;
  restore(saved: SavedSimulation): Simulation;
}

/** @throws CompileError where the definition doesn't fit the node types: check it first */
export function createSimulator(input: SimulatorInput): Simulator {
  const workings = createWorkings(input);
  return {
    settings: workings.settings,
    begin: (begun) => begin(workings, begun),
    act: (simulation, action) => moved(workings, simulation, (draft) => act(draft, action)),
    advance: (simulation, ms) =>
      moved(workings, simulation, (draft) => passTime(draft, simulation.now + Math.max(0, ms))),
    advanceToNext: (simulation) => {
      const due = simulation.rest?.due;
      if (due === undefined) return simulation;
      return moved(workings, simulation, (draft) => passTime(draft, due));
    },
    save: (simulation) => ({ ...simulation, run: toCarry(simulation.run) }),
    restore: (saved) => ({ ...saved, run: fromCarry(workings.machine, saved.run) }),
  };
}

/** @param move says false where it met nothing */
function moved(workings: Workings, simulation: Simulation, move: (draft: Draft) => boolean): Simulation {
  const draft = openDraft(workings, simulation);
  if (move(draft) === false) return simulation;
  noteRest(draft);
  return seal(draft);
}

function begin(workings: Workings, input: BeginInput): Begun {
  const { at, event = {}, ignoreCondition } = input;
  const person = toPersonView(input.person);
  const asked = { person: toPersonScope(person), event, now: at, key: input.key, ignoreCondition };
  const decided = decideEntry(workings.definition.entry, asked);
  if (!decided.enters) {
    const { reason, expressionCode: code } = decided;
    return { entered: false, reason, ...(code === undefined ? {} : { code }) };
  }
  const facts: Facts = {
    runId: input.runId ?? `run_${person.externalId}`,
    key: decided.key,
    startedAt: at,
    person,
    consents: input.person.consents ?? optedIn,
    memory: {},
    event,
    vars: {},
    nodes: {},
    heard: [],
    replies: [],
    sends: [],
    answers: input.answers ?? [],
    retries: [],
    places: input.places ?? {},
    ...(input.chance === undefined ? {} : { chance: input.chance }),
  };
  return { entered: true, simulation: start(workings, facts) };
}

function start(workings: Workings, facts: Facts): Simulation {
  const run = beginRun(workings.machine, facts.startedAt);
  const draft = openDraft(workings, { now: facts.startedAt, turns: 0, run, facts, trace: [], steps: [] });
  takeIn(draft, run, { node: '', visits: {} });
  settleDown(draft);
  noteRest(draft);
  return seal(draft);
}

/** Whoever says nothing of consents means people who may be written to. */
const optedIn: readonly ConsentFact[] = (['whatsapp', 'sms', 'email'] as const).map((channel) => ({
  channel,
  topic: '',
  state: 'in',
}));

/** Phones without the spaces and signs that people write into them. */
export function toPersonView({
  id,
  phone,
  email,
  locale,
  timeZone,
  attributes,
}: SimulatedPerson): PersonView {
  return {
    id,
    externalId: id,
    timeZone,
    attributes,
    ...(phone === undefined ? {} : { phone: phone.replace(/[\s().-]/g, '') }),
    ...(email === undefined ? {} : { email }),
    ...(locale === undefined ? {} : { locale }),
  };
}
