// Tells a person's live runs of an event, if their version names it (DESIGN 4.2): the event is kept, for conditions and
// for waits that look back, and the dispatcher asks exit rules. Conditions see person, event and run only. One that
// fails on this data counts as false: one journey's mistake must not keep the event from the others.

import type { Logger } from 'pino';
import type { ExitRule } from '../journey/entry.ts';
import { ExpressionError, type ExpressionScope, evaluateCondition } from '../journey/expression.ts';
import { insertEvent, type StoredEvent } from '../store/events.ts';
import { type Person, toPersonScope } from '../store/people.ts';
import { type AwaitingRun, listRunsAwaiting } from '../store/runs.ts';
import type { StoreTransaction } from '../store/store.ts';
import type { Clock } from './clock.ts';
import type { RunSignal } from './run-signal.ts';
import { exitRulesOf } from './stored-language.ts';

export interface Telling {
  readonly event: StoredEvent & { readonly at: Date };
  readonly person: Person;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Keeps the event, whoever awaits it. Signals owed, one for each run, with the exit that a rule asks for. */
export async function tellEvent(trx: StoreTransaction, telling: Telling): Promise<RunSignal[]> {
  await insertEvent(trx, { ...telling.event, personId: telling.person.id });
  const runs = await listRunsAwaiting(trx, telling.person.id, telling.event.name);
  return runs.map((run) => toSignal(run, telling));
}

/** The signal of an event that is kept already. */
export function toSignal(run: AwaitingRun, telling: Telling): RunSignal {
  const { name, id } = telling.event;
  const rule = exitRulesOf(run).find((candidate) => isExit(candidate, run, telling));
  const exit = rule === undefined ? {} : { exit: { as: rule.as } };
  return { runId: run.id, signal: 'event', body: { name, id, ...exit } };
}

function isExit(rule: ExitRule, run: AwaitingRun, { event, person, clock, log }: Telling): boolean {
  if (rule.on.event !== event.name) return false;
  if (rule.if === undefined) return true;
  const scope: ExpressionScope = {
    person: toPersonScope(person),
    event: event.data,
    run: { id: run.id, key: run.key },
    nodes: {},
    now: clock.now() + person.clockOffsetMs,
  };
  try {
    return evaluateCondition(rule.if, scope);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    log.warn({ journey: run.journeyId, rule: rule.as, code: error.code }, 'exit condition failed');
    return false;
  }
}
