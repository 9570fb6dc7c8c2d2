// Applies a business event (DESIGN 4.2): it is kept, for conditions and for waits that look back. Then exit rules of the
// person's live runs, then runs that wait for it, then entries. Conditions see person, event and run only. A condition
// that fails on this data counts as false: one journey's mistake must not keep the event from the others.

import type { Logger } from 'pino';
import type { ExitRule } from '../journey/entry.ts';
import { ExpressionError, type ExpressionScope, evaluateCondition } from '../journey/expression.ts';
import { insertEvent } from '../store/events.ts';
import { listVersionsEnteredBy } from '../store/journeys.ts';
import { findPerson, type Person, toPersonScope } from '../store/people.ts';
import { type AwaitingRun, listRunsAwaiting } from '../store/runs.ts';
import type { StoreTransaction } from '../store/store.ts';
import { admitRun } from './admit-run.ts';
import type { ApplyItem } from './apply-batch.ts';
import type { Clock } from './clock.ts';
import { type EventPayload, eventPayload } from './event-item.ts';
import type { Owed, RunSignal } from './run-signal.ts';
import { exitRulesOf } from './stored-language.ts';

/** Builds the applier of `event` items. */
export function createApplyEvent({ log }: { readonly log: Logger }): ApplyItem {
  return async (trx, item, clock) => {
    const event = eventPayload.parse(item.payload);
    const person = await findPerson(trx, event.person);
    if (person === undefined) return [];
    await insertEvent(trx, { ...event, personId: person.id, at: new Date(event.at) });
    const signals = await signalLiveRuns(trx, { event, person, clock, log });
    const starts = await enterJourneys(trx, { event, person, clock, log });
    return [...signals, ...starts];
  };
}

interface Applying {
  readonly event: EventPayload;
  readonly person: Person;
  readonly clock: Clock;
  readonly log: Logger;
}

async function signalLiveRuns(trx: StoreTransaction, applying: Applying): Promise<RunSignal[]> {
  const { event, person } = applying;
  const runs = await listRunsAwaiting(trx, person.id, event.name);
  return runs.map((run) => {
    const rule = exitRulesOf(run).find((candidate) => isExit(candidate, run, applying));
    const exit = rule === undefined ? {} : { exit: { as: rule.as } };
    return { runId: run.id, signal: 'event', body: { name: event.name, id: event.id, ...exit } };
  });
}

function isExit(rule: ExitRule, run: AwaitingRun, { event, person, clock, log }: Applying): boolean {
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

async function enterJourneys(trx: StoreTransaction, applying: Applying): Promise<Owed[]> {
  const { event, person, clock, log } = applying;
  const starts: Owed[] = [];
  for (const version of await listVersionsEnteredBy(trx, event.name)) {
    const admitted = await admitRun(trx, {
      version,
      personId: person.id,
      event: event.data,
      nowMs: clock.now(),
    });
    if (admitted.admitted) starts.push({ runId: admitted.runId, signal: 'start' });
    else if (admitted.reason === 'expression') {
      log.warn({ journey: version.journeyId, code: admitted.expressionCode }, 'entry condition failed');
    }
  }
  return starts;
}
