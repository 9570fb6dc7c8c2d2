// When nothing is under way for a person: no webhook on its way, nothing of theirs in the inbox, no run in the middle
// of an activity. Rehearsals and the demo let time pass only then.

import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import type { CloudApiEmulator } from '../emulators/cloud-api/start-cloud-api.ts';
import type { Runs } from '../runs/create-runs.ts';
import { RunNotRunningError } from '../runs/temporal-errors.ts';
import { findPerson } from '../store/people.ts';
import { listLiveRunsOf } from '../store/runs.ts';
import type { Store } from '../store/store.ts';

export interface SettledDeps {
  readonly store: Store;
  readonly runs: Pick<Runs, 'state'>;
  readonly meta: Pick<CloudApiEmulator, 'idle'>;
}

/** Inside states in which a run does something by itself. */
const busyStates = new Set(['sending', 'acting', 'asking', '']);

const lookEveryMs = 20;

/** Resolves when the person's world has come to rest; rejects with the signal's reason where that comes first. */
export async function untilSettled(
  { store, runs, meta }: SettledDeps,
  personId: string,
  signal?: AbortSignal,
): Promise<void> {
  for (let quiet = 0; quiet < 2; ) {
    signal?.throwIfAborted();
    await meta.idle((await findPerson(store, personId))?.phone ?? undefined);
    const isQuiet = !(await isInboxBusy(store, personId)) && !(await isRunBusy(store, runs, personId));
    quiet = isQuiet ? quiet + 1 : 0;
    await delay(lookEveryMs);
  }
}

/** Others' items don't count, so that many rehearsals can go on in one world; a wake may concern anybody. */
async function isInboxBusy(store: Store, personId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from inbox, person
    where person.id = ${personId} and inbox.state in ('new', 'signal') and case inbox.kind
      when 'status' then inbox.payload ->> 'token' in (
        select attempt.token from attempt join send on send.id = attempt.send_id
        where send.person_id = person.id)
      when 'inbound' then person.phone = inbox.payload -> 'from' ->> 'phone'
        or person.business_scoped_user_id = inbox.payload -> 'from' ->> 'userId'
      when 'event' then person.id = inbox.payload ->> 'person'
      else inbox.kind <> 'self-test' end
    limit 1`.execute(store);
  return rows.length > 0;
}

async function isRunBusy(store: Store, runs: Pick<Runs, 'state'>, personId: string): Promise<boolean> {
  for (const { id } of await listLiveRunsOf(store, personId)) {
    try {
      const { state, ended } = await runs.state(id);
      if (ended !== undefined || busyStates.has(state)) return true;
    } catch (error) {
      // Not started yet, or just closed: the row will say.
      if (error instanceof RunNotRunningError) return true;
      throw error;
    }
  }
  return false;
}
