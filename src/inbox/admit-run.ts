// May this person enter this version, and under which key (DESIGN 4.2)? If so the run's row is written in the same
// transaction. Runs in the dispatcher (events, inbound), in the HTTP server (API starts) and in workers (journeys that
// start others).

import { decideEntry } from '../journey/decide-entry.ts';
import { addDuration } from '../journey/duration.ts';
import type { JourneyVersion } from '../store/journeys.ts';
import { lockPerson, type Person, storeClockOffset, toPersonScope } from '../store/people.ts';
import { createRun, type EarlierRun, findNewestRun, findOrdinaryRun } from '../store/runs.ts';
import type { StoreTransaction } from '../store/store.ts';
import { entryOf } from './stored-language.ts';

export interface Admission {
  readonly version: JourneyVersion;
  readonly personId: string;
  readonly event: Readonly<Record<string, unknown>>;
  /** Real time, epoch milliseconds. */
  readonly nowMs: number;
  /** Instead of the entry's own expression. */
  readonly key?: string | undefined;
  /** A start by API or by another journey is a decision already: the entry's `if` is not asked. */
  readonly ignoreCondition?: boolean;
  /** From now on the person has a clock of their own, which can be moved on; it goes for all of their runs to come. */
  readonly rehearse?: boolean;
}

/**
 * `condition`: the entry's `if` is false. `live`: a run of this key is under way. `again`: an earlier run forbids
 * it. `expression`: `if` or `key` fails on this data. `person`: unknown. `ordinary`: to be rehearsed, but a run of theirs
 * goes by real time.
 */
export type Admitted =
  | { readonly admitted: true; readonly runId: string }
  | {
      readonly admitted: false;
      readonly reason: 'condition' | 'live' | 'again' | 'expression' | 'person' | 'ordinary';
      /** The run in the way. */
      readonly runId?: string;
      readonly expressionCode?: string;
    };

/** Decides and writes. Decisions about one person are taken one at a time. */
export async function admitRun(trx: StoreTransaction, admission: Admission): Promise<Admitted> {
  const { version, event } = admission;
  const locked = await lockPerson(trx, admission.personId);
  if (locked === undefined) return { admitted: false, reason: 'person' };
  const ordinary = admission.rehearse ? await findOrdinaryRun(trx, locked.id) : undefined;
  if (ordinary !== undefined) return { admitted: false, reason: 'ordinary', runId: ordinary };
  const person = admission.rehearse ? await makeRehearsed(trx, locked) : locked;
  const nowMs = admission.nowMs + person.clockOffsetMs;
  const { key: given, ignoreCondition } = admission;
  const asked = { person: toPersonScope(person), event, now: nowMs, key: given, ignoreCondition };
  const decided = decideEntry(entryOf(version), asked);
  if (!decided.enters) {
    const { enters: _enters, ...refused } = decided;
    return { admitted: false, ...refused };
  }
  const { key } = decided;
  const identity = { personId: person.id, journeyId: version.journeyId, key };
  const earlier = await findNewestRun(trx, identity);
  if (earlier !== undefined && earlier.state !== 'closed') {
    return { admitted: false, reason: 'live', runId: earlier.id };
  }
  if (earlier !== undefined && !mayEnterAgain(version, person, { earlier, nowMs })) {
    return { admitted: false, reason: 'again', runId: earlier.id };
  }
  const run = await createRun(trx, {
    ...identity,
    version: version.version,
    event,
    clockBaseMs: person.clockOffsetMs,
    rehearsed: person.clockOffsetMs !== 0,
  });
  // The person's lock makes this impossible among us; the index holds against anybody else.
  if (run === undefined) return { admitted: false, reason: 'live' };
  return { admitted: true, runId: run.id };
}

/** A rehearsed person is known by a clock that is ahead of real time. */
async function makeRehearsed(trx: StoreTransaction, person: Person): Promise<Person> {
  if (person.clockOffsetMs !== 0) return person;
  await storeClockOffset(trx, person.id, 1);
  return { ...person, clockOffsetMs: 1 };
}

/** `again` counts runs of the same key, on the person's own clock. Campaigns default to never, all else to always. */
function mayEnterAgain(
  version: JourneyVersion,
  person: Person,
  { earlier, nowMs }: { readonly earlier: EarlierRun; readonly nowMs: number },
): boolean {
  const { on, again = 'campaign' in on ? 'never' : 'always' } = entryOf(version);
  if (again === 'always') return true;
  if (again === 'never') return false;
  const enteredMs = earlier.createdAt.getTime() + earlier.clockBaseMs;
  return nowMs >= addDuration(enteredMs, again.after, person.timeZone);
}
