// Reads the facts that the gate decides by, in the transaction that holds the person's memory row locked.

import { countCaps } from '../../src/journey/count-caps.ts';
import { toMaximumMs } from '../../src/journey/duration.ts';
import type { GateFacts, RetryFact } from '../../src/messaging/gate-facts.ts';
import type { Channel, MessageCategory, OutgoingMessage } from '../../src/messaging/message.ts';
import { failureOutcomes } from '../../src/messaging/outcomes.ts';
import { countsTowardCaps } from '../../src/messaging/policies/caps.ts';
import { type ConsentFact, consentFor } from '../../src/messaging/policies/consent.ts';
import { retryPolicy } from '../../src/messaging/policies/retry.ts';
import type { TemplateFacts } from '../../src/messaging/template-facts.ts';
import type { Canary } from '../../src/store/canaries.ts';
import { findFirstAnswer, listMarketingSends, type Send } from '../../src/store/sends.ts';
import type { StoreTransaction } from '../../src/store/store.ts';
import { toMemoryFacts } from '../../src/whatsapp/gate-memory.ts';
import type { LearntMemory } from '../../src/whatsapp/learn.ts';
import { toUsPauseFact } from '../../src/whatsapp/us-pause.ts';
import { toCanaryFacts } from './canary-facts.ts';
import type { Visit } from './load-visit.ts';
import type { Sending } from './sending.ts';

export interface FactsInput {
  readonly sending: Sending;
  readonly category: MessageCategory;
  readonly template: TemplateFacts | undefined;
  readonly canary: Canary | undefined;
  readonly memory: LearntMemory;
  readonly send: Send;
}

export async function readGateFacts(trx: StoreTransaction, input: FactsInput): Promise<GateFacts> {
  const { sending, category, template, canary, memory, send } = input;
  const { visit, message, plan, sender, settings } = sending;
  const { person, policy, now } = visit;
  const { quietHours } = policy;
  const pause = toUsPauseFact(person, { now, expiresAt: send.expires_at.getTime() }, settings.usPause);
  return {
    now,
    channel: message.channel,
    category,
    freeForm: message.channel === 'whatsapp' && message.form === 'free-form',
    waitForWindow: plan.waitForWindow === true,
    hasAddress: addressOf(visit, message) !== undefined,
    ...(pause === undefined ? {} : { usPause: pause }),
    timeZone: person.timeZone,
    ...(quietHours === undefined ? {} : { quietHours }),
    ...consentFor(await listConsentFacts(trx, person.id), message.channel, visit.policy.topics),
    ...(await readCaps(trx, visit, message.channel)),
    ...(template === undefined ? {} : { template }),
    ...(canary === undefined ? {} : { canary: toCanaryFacts(canary, send) }),
    sender: { restrictions: [] },
    ...toMemoryFacts(memory, {
      now,
      send: send.id,
      recipient: person,
      sender: { phone: sender.display_phone && `+${sender.display_phone.replace(/\D/g, '')}` },
      answeredAdAt: await findAdAnswer(trx, memory, send),
      settings,
    }),
    ...toRetry(send),
  };
}

/** What a refusal has left in the row of a send that is to be tried again. */
function toRetry({ policy, parked_until, code, because }: Send): { readonly retry?: RetryFact } {
  if (policy !== retryPolicy || parked_until === null) return {};
  const outcome = failureOutcomes.find((word) => word === because?.['outcome']) ?? 'unavailable';
  return { retry: { at: parked_until.getTime(), code: code ?? '', outcome } };
}

/** Our first message to a person who came by an ad: asked only where somebody did. */
async function findAdAnswer(
  trx: StoreTransaction,
  { adEntryAt }: LearntMemory,
  send: Send,
): Promise<number | undefined> {
  if (adEntryAt === undefined) return undefined;
  return findFirstAnswer(trx, {
    personId: send.person_id,
    senderId: send.sender_id,
    since: new Date(adEntryAt),
  });
}

function addressOf({ person }: Visit, { channel }: OutgoingMessage): string | undefined {
  switch (channel) {
    case 'whatsapp':
      return person.phone ?? person.businessScopedUserId;
    case 'sms':
      return person.phone;
    case 'email':
      return person.email;
  }
}

async function listConsentFacts(trx: StoreTransaction, personId: string): Promise<ConsentFact[]> {
  const rows = await trx
    .selectFrom('consent')
    .select(['channel', 'topic', 'state', 'changed_at'])
    .where('person_id', '=', personId)
    .execute();
  return rows.map(({ changed_at, ...fact }) => ({ ...fact, at: changed_at.getTime() }));
}

/** Counted only where the journey has caps: it takes a look over all of the person's marketing. */
async function readCaps(
  trx: StoreTransaction,
  { person, policy, now }: Visit,
  channel: Channel,
): Promise<Pick<GateFacts, 'caps'>> {
  if (policy.caps === undefined) return {};
  const longestMs = Math.max(...policy.caps.map(({ per }) => toMaximumMs(per)));
  const sends = await listMarketingSends(trx, person.id, new Date(now - longestMs));
  const counted = sends.filter(countsTowardCaps);
  return { caps: countCaps(policy.caps, counted, { channel, now, timeZone: person.timeZone }) };
}
