// Reads the facts that the gate decides by, in the transaction that holds the person's memory row locked.

import { countCaps } from '../../src/journey/count-caps.ts';
import { toMaximumMs } from '../../src/journey/duration.ts';
import type { ChannelMemory, GateFacts } from '../../src/messaging/gate-facts.ts';
import type { Channel, MessageCategory, OutgoingMessage } from '../../src/messaging/message.ts';
import { countsTowardCaps } from '../../src/messaging/policies/caps.ts';
import { type ConsentFact, consentFor } from '../../src/messaging/policies/consent.ts';
import type { TemplateFacts } from '../../src/messaging/template-facts.ts';
import type { MessagePlan } from '../../src/node-kit/node-type.ts';
import type { MemoryRow } from '../../src/store/channel-memory.ts';
import { listMarketingSends } from '../../src/store/sends.ts';
import type { StoreTransaction } from '../../src/store/store.ts';
import { isUsNumber } from '../../src/whatsapp/us-numbers.ts';
import { isWindowOpen, windowMarginMs } from '../../src/whatsapp/window.ts';
import type { Visit } from './load-visit.ts';

export interface FactsInput {
  readonly visit: Visit;
  readonly message: OutgoingMessage;
  readonly plan: MessagePlan;
  readonly category: MessageCategory;
  readonly template: TemplateFacts | undefined;
  readonly memory: MemoryRow;
}

export async function readGateFacts(trx: StoreTransaction, input: FactsInput): Promise<GateFacts> {
  const { visit, message, plan, category, template, memory } = input;
  const { person, policy, now } = visit;
  const { quietHours } = policy;
  return {
    now,
    channel: message.channel,
    category,
    freeForm: message.channel === 'whatsapp' && message.form === 'free-form',
    waitForWindow: plan.waitForWindow === true,
    hasAddress: addressOf(visit, message) !== undefined,
    toUs: person.phone !== undefined && isUsNumber(person.phone),
    timeZone: person.timeZone,
    ...(quietHours === undefined ? {} : { quietHours }),
    ...consentFor(await listConsentFacts(trx, person.id), message.channel, visit.policy.topics),
    ...(await readCaps(trx, visit, message.channel)),
    ...(template === undefined ? {} : { template }),
    sender: { restrictions: [] },
    windowOpen: isWindowOpen({
      endsAtMs: memory.window_ends_at?.getTime(),
      nowMs: now,
      marginMs: windowMarginMs,
    }),
    memory: toMemory(memory),
  };
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
  return trx
    .selectFrom('consent')
    .select(['channel', 'topic', 'state'])
    .where('person_id', '=', personId)
    .execute();
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

function toMemory(row: MemoryRow): ChannelMemory {
  return {
    ...(row.cooldown_until === null ? {} : { cooldownUntil: row.cooldown_until.getTime() }),
    ...(row.experiment_since === null ? {} : { experimentSince: row.experiment_since.getTime() }),
    ...(row.unreachable_until === null ? {} : { unreachableUntil: row.unreachable_until.getTime() }),
  };
}
