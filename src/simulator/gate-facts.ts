// What the gate decides by, out of the facts in memory: the simulator's counterpart of the engine's reading of rows.
// Pure.

import { countCaps } from '../journey/count-caps.ts';
import type { GateFacts } from '../messaging/gate-facts.ts';
import type { Channel, MessageCategory, OutgoingMessage } from '../messaging/message.ts';
import { type PairState, withPairSend } from '../messaging/pair-limit.ts';
import { countsTowardCaps } from '../messaging/policies/caps.ts';
import { consentFor } from '../messaging/policies/consent.ts';
import type { SenderFacts } from '../messaging/sender-facts.ts';
import {
  chooseTemplate,
  type TemplateInUse,
  templatesOf,
  withTemplate,
} from '../messaging/template-choice.ts';
import type { TemplateFacts } from '../messaging/template-facts.ts';
import type { MessagePlan, WindowView } from '../node-kit/node-type.ts';
import { toMemoryFacts } from '../whatsapp/gate-memory.ts';
import type { PolicySettings } from '../whatsapp/policy-settings.ts';
import { isPausedInUs, toUsPauseFact } from '../whatsapp/us-pause.ts';
import type { Circumstances } from './chance.ts';
import type { Draft } from './draft.ts';
import { type Facts, hasLeft, type SimulatedSend } from './facts.ts';
import type { Visit } from './visit.ts';

export interface AboutSend {
  readonly visit: Visit;
  readonly message: OutgoingMessage;
  readonly plan: MessagePlan;
  readonly category: MessageCategory;
  readonly template: TemplateFacts | undefined;
}

/**
 * Without a canary: there is nobody else who could go ahead or be behind.
 * @param send the message's row, which is in the ledger by then
 */
export function toGateFacts(draft: Draft, about: AboutSend, send: SimulatedSend): GateFacts {
  const { visit, message, plan, category, template } = about;
  const { facts } = draft;
  const { settings } = draft.workings;
  const { person, consents } = facts;
  const { channel } = message;
  const { quietHours, topics } = visit.policy;
  const { now } = visit;
  const pause = toUsPauseFact(person, { now, expiresAt: send.expiresAt }, settings.usPause);
  return {
    now,
    channel,
    category,
    freeForm: message.channel === 'whatsapp' && message.form === 'free-form',
    waitForWindow: plan.waitForWindow === true,
    hasAddress: (channel === 'email' ? person.email : person.phone) !== undefined,
    ...(pause === undefined ? {} : { usPause: pause }),
    timeZone: person.timeZone,
    ...(quietHours === undefined ? {} : { quietHours }),
    ...consentFor(consents, channel, topics),
    ...toCaps(facts, visit, channel),
    ...(template === undefined ? {} : { template }),
    sender: toSenderFacts(facts, channel),
    ...memoryFactsOf(draft, { channel, now, send: send.id, settings }),
    ...(send.retry === undefined ? {} : { retry: send.retry }),
  };
}

/** Nothing bars a simulated sender, and nobody else is at its rate or among its people: what counts is its own pace. */
function toSenderFacts({ sends }: Facts, channel: Channel): SenderFacts {
  if (channel !== 'whatsapp') return { restrictions: [] };
  const pair = sends
    .filter((send) => send.channel === 'whatsapp')
    .flatMap(({ attempts }) => attempts.map(({ startedAt }) => startedAt))
    .sort((left, right) => left - right)
    .reduce<PairState | undefined>(withPairSend, undefined);
  return { restrictions: [], ...(pair === undefined ? {} : { pair }) };
}

/** A simulated sender's number is of no region, and nobody comes by an ad. */
function memoryFactsOf(
  { facts }: Pick<Draft, 'facts'>,
  asked: {
    readonly channel: Channel;
    readonly now: number;
    readonly send: string;
    readonly settings: PolicySettings;
  },
) {
  const around = { recipient: facts.person, sender: {} };
  return toMemoryFacts(facts.memory[asked.channel] ?? {}, { ...asked, ...around });
}

/** A US number while Meta's pause of marketing is in force. */
export function isUsPaused({ facts, now }: Pick<Draft, 'facts' | 'now'>, settings: PolicySettings): boolean {
  return isPausedInUs(facts.person, now, settings.usPause);
}

/** The person's window as a node asks for it. */
export function windowOf({ facts, workings }: Draft, now: number): WindowView {
  const asked = { channel: 'whatsapp', now, send: '', settings: workings.settings } as const;
  const { windowOpen, windowEndsAt } = memoryFactsOf({ facts }, asked);
  return { isOpen: windowOpen, ...(windowEndsAt === undefined ? {} : { endsAt: windowEndsAt }) };
}

/** What chance has to know around a message that is about to be posted, or has just been. */
export function circumstancesOf(
  about: Pick<Draft, 'facts' | 'now'>,
  settings: PolicySettings,
): Circumstances {
  const { facts, now } = about;
  const { windowOpen } = memoryFactsOf(about, { channel: 'whatsapp', now, send: '', settings });
  return { person: facts.person.externalId, toUs: isUsPaused(about, settings), windowOpen };
}

export interface ChosenTemplate extends TemplateInUse {
  /** The message by it. */
  readonly message: OutgoingMessage;
}

/** The template that a message goes out by; undefined for messages without one. What nobody told us of is marketing. */
export function findTemplate({ workings, now }: Draft, message: OutgoingMessage): ChosenTemplate | undefined {
  const options = templatesOf(message).map((template) => {
    const { name, language } = template;
    const info = workings.findTemplate(name, language.code);
    return {
      category: categories[info?.category ?? ''] ?? ('marketing' as const),
      facts: { name, language: language.code, ...(info === undefined ? {} : { status: info.status }) },
      message: withTemplate(message, template),
    };
  });
  return chooseTemplate(options, now);
}

const categories: { readonly [category: string]: MessageCategory } = {
  UTILITY: 'utility',
  AUTHENTICATION: 'authentication',
};

/** The messages of this run: of others the simulation knows nothing. */
function toCaps(facts: Facts, { policy, now }: Visit, channel: Channel): Pick<GateFacts, 'caps'> {
  if (policy.caps === undefined) return {};
  const counted = facts.sends
    .filter((send) => send.category === 'marketing' && hasLeft(send) && countsTowardCaps(send))
    .map((send) => ({ channel: send.channel, at: send.attempts.at(-1)?.startedAt ?? now }));
  return { caps: countCaps(policy.caps, counted, { channel, now, timeZone: facts.person.timeZone }) };
}
