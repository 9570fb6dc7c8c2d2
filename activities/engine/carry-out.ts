// Carries out what a flow node changes: variables, attributes, consents, other runs, a place of a throttle. One
// transaction with the run's row locked, which stores the answer as well: whoever asks again about the visit, a retried
// activity for example, finds it and changes nothing.

import { admitRun } from '../../src/inbox/admit-run.ts';
import { toStartItem } from '../../src/inbox/apply-start.ts';
import { toThrottlePeriod } from '../../src/journey/throttle-periods.ts';
import type { ActivityAnswer } from '../../src/machine/vocabulary.ts';
import { mergeAttributes } from '../../src/node-kit/merge-attributes.ts';
import type { Change, EvaluateAnswer, Place } from '../../src/node-kit/node-type.ts';
import { insertInboxItems } from '../../src/store/inbox.ts';
import { findLatestVersion } from '../../src/store/journeys.ts';
import { lockPerson, storeAttributes, storeConsents } from '../../src/store/people.ts';
import { takeReply } from '../../src/store/replies.ts';
import type { StoreTransaction } from '../../src/store/store.ts';
import { takePlace } from '../../src/store/throttle-windows.ts';
import { findVisitAnswer, insertVisitAnswer, lockRun, setVars } from '../../src/store/visit-answers.ts';
import type { EngineDeps } from './deps.ts';
import type { Visit } from './load-visit.ts';

export type ChangingAnswer = Extract<
  EvaluateAnswer,
  { readonly outcome: string } | { readonly place: Place }
>;

export async function carryOut(
  { store }: EngineDeps,
  visit: Visit,
  answer: ChangingAnswer,
): Promise<ActivityAnswer> {
  return store.transaction().execute(async (trx) => {
    await lockRun(trx, visit.runId);
    const stored = await findVisitAnswer(trx, visit);
    if (stored !== undefined) return stored as ActivityAnswer;
    const result =
      'place' in answer ? await findPlace(trx, visit, answer.place) : await change(trx, visit, answer);
    await insertVisitAnswer(trx, visit, result);
    return result;
  });
}

async function change(
  trx: StoreTransaction,
  visit: Visit,
  { outcome, changes = [] }: Extract<ChangingAnswer, { readonly outcome: string }>,
): Promise<ActivityAnswer> {
  // Person before consents: the lock order everywhere.
  if (changes.some(({ kind }) => kind !== 'vars' && kind !== 'take')) await lockPerson(trx, visit.person.id);
  let answer: ActivityAnswer = { status: 'settled', outcome };
  for (const one of changes) answer = (await apply(trx, visit, one)) ?? answer;
  return answer;
}

/** Makes one change; an answer where it decides the outcome. */
async function apply(
  trx: StoreTransaction,
  visit: Visit,
  change: Change,
): Promise<ActivityAnswer | undefined> {
  switch (change.kind) {
    case 'vars':
      await setVars(trx, visit.runId, change.set);
      return undefined;
    case 'attributes':
      await setAttributes(trx, visit.person.id, change.set);
      return undefined;
    case 'consent': {
      const { channel, topic, state } = change;
      const consent = {
        channel,
        topic,
        state,
        source: `journey:${visit.journeyId}`,
        businessName: null,
        at: new Date(visit.now),
      };
      await storeConsents(trx, visit.person.id, [consent]);
      return undefined;
    }
    case 'take':
      await takeReply(trx, visit, change.reply);
      return undefined;
    case 'start':
      return start(trx, visit, change);
  }
}

async function setAttributes(
  trx: StoreTransaction,
  personId: string,
  set: Extract<Change, { readonly kind: 'attributes' }>['set'],
): Promise<void> {
  const { attributes = {} } = (await lockPerson(trx, personId)) ?? {};
  await storeAttributes(trx, personId, mergeAttributes(attributes, set));
}

/** Writes another run of the person, on their clock; the inbox starts it. */
async function start(
  trx: StoreTransaction,
  visit: Visit,
  { journey, event, key, refused }: Extract<Change, { readonly kind: 'start' }>,
): Promise<ActivityAnswer | undefined> {
  const version = await findLatestVersion(trx, journey);
  if (version === undefined) return { status: 'settled', outcome: refused, code: 'unknown_journey' };
  const admitted = await admitRun(trx, {
    version,
    personId: visit.person.id,
    event,
    key,
    nowMs: Date.now(),
    ignoreCondition: true,
  });
  if (!admitted.admitted) return { status: 'settled', outcome: refused, code: admitted.reason };
  await insertInboxItems(trx, [toStartItem(admitted.runId)]);
  return undefined;
}

async function findPlace(
  trx: StoreTransaction,
  { journeyId, node, rehearsed, now }: Visit,
  { limit, per, granted, full, latest }: Place,
): Promise<ActivityAnswer> {
  const { startsAt, periodMs } = toThrottlePeriod(now, per);
  const found = await takePlace(trx, {
    journeyId,
    node,
    rehearsed,
    limit,
    per,
    startsAt: new Date(startsAt),
    periodMs,
    latest: new Date(latest),
  });
  if (found === undefined) return { status: 'settled', outcome: full };
  if (found.getTime() <= now) return { status: 'settled', outcome: granted };
  return { status: 'wait', due: found.getTime() };
}
