// What the gate decides by, out of the facts in memory: the simulator's counterpart of the engine's reading of rows.
// Pure.

import { countCaps } from '../journey/count-caps.ts';
import type { TemplateInfo } from '../journey/surroundings.ts';
import type { ChannelMemory, GateFacts } from '../messaging/gate-facts.ts';
import type { Channel, MessageCategory, OutgoingMessage } from '../messaging/message.ts';
import { countsTowardCaps } from '../messaging/policies/caps.ts';
import { consentFor } from '../messaging/policies/consent.ts';
import type { MessagePlan, PersonView } from '../node-kit/node-type.ts';
import type { LearntMemory } from '../whatsapp/learn.ts';
import { isUsNumber } from '../whatsapp/us-numbers.ts';
import { isWindowOpen, windowMarginMs } from '../whatsapp/window.ts';
import type { Circumstances } from './chance.ts';
import type { Draft } from './draft.ts';
import { type Facts, hasLeft } from './facts.ts';
import type { Visit } from './visit.ts';

export interface AboutSend {
  readonly visit: Visit;
  readonly message: OutgoingMessage;
  readonly plan: MessagePlan;
  readonly category: MessageCategory;
  readonly template: TemplateInfo | undefined;
}

export function toGateFacts({ facts }: Draft, about: AboutSend): GateFacts {
  const { visit, message, plan, category, template } = about;
  const { person, consents } = facts;
  const { channel } = message;
  const { quietHours, topics } = visit.policy;
  const memory = facts.memory[channel] ?? {};
  return {
    now: visit.now,
    channel,
    category,
    freeForm: message.channel === 'whatsapp' && message.form === 'free-form',
    waitForWindow: plan.waitForWindow === true,
    hasAddress: (channel === 'email' ? person.email : person.phone) !== undefined,
    toUs: isToUs(person),
    timeZone: person.timeZone,
    ...(quietHours === undefined ? {} : { quietHours }),
    ...consentFor(consents, channel, topics),
    ...toCaps(facts, visit, channel),
    ...(template === undefined ? {} : { template: { status: template.status } }),
    // Nothing bars a simulated sender.
    sender: { restrictions: [] },
    windowOpen: isWindowOpen({
      endsAtMs: memory.windowEndsAt,
      nowMs: visit.now,
      marginMs: windowMarginMs,
    }),
    memory: toChannelMemory(memory),
  };
}

export function isToUs({ phone }: Pick<PersonView, 'phone'>): boolean {
  return phone !== undefined && isUsNumber(phone);
}

/** What chance has to know around a message that is about to be posted, or has just been. */
export function circumstancesOf({ facts, now }: Pick<Draft, 'facts' | 'now'>): Circumstances {
  const { person, memory } = facts;
  const endsAtMs = memory.whatsapp?.windowEndsAt;
  return {
    person: person.externalId,
    toUs: isToUs(person),
    windowOpen: isWindowOpen({ endsAtMs, nowMs: now, marginMs: windowMarginMs }),
  };
}

/** The template that a message uses; undefined for other messages and for templates nobody told us of. */
export function findTemplate({ workings }: Draft, message: OutgoingMessage): TemplateInfo | undefined {
  if (message.channel !== 'whatsapp' || message.body.type !== 'template') return undefined;
  const { name, language } = message.body.template;
  return workings.findTemplate(name, language.code);
}

/** A template says its own category, one never heard of is marketing; other messages say it themselves. */
export function categoryOf(
  message: OutgoingMessage,
  plan: MessagePlan,
  template: TemplateInfo | undefined,
): MessageCategory {
  if (message.channel !== 'whatsapp' || message.body.type !== 'template') return plan.category ?? 'service';
  switch (template?.category) {
    case 'UTILITY':
      return 'utility';
    case 'AUTHENTICATION':
      return 'authentication';
    default:
      return 'marketing';
  }
}

/** The messages of this run: of others the simulation knows nothing. */
function toCaps(facts: Facts, { policy, now }: Visit, channel: Channel): Pick<GateFacts, 'caps'> {
  if (policy.caps === undefined) return {};
  const counted = facts.sends
    .filter((send) => send.category === 'marketing' && hasLeft(send) && countsTowardCaps(send))
    .map((send) => ({ channel: send.channel, at: send.attempts.at(-1)?.startedAt ?? now }));
  return { caps: countCaps(policy.caps, counted, { channel, now, timeZone: facts.person.timeZone }) };
}

function toChannelMemory({ cooldownUntil, experimentSince, unreachableUntil }: LearntMemory): ChannelMemory {
  return {
    ...(cooldownUntil === undefined ? {} : { cooldownUntil }),
    ...(experimentSince === undefined ? {} : { experimentSince }),
    ...(unreachableUntil === undefined ? {} : { unreachableUntil }),
  };
}
