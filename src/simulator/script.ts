// What the world does in a simulation or a rehearsal: a list of steps, or chance with rates and a seed. The same file
// drives the simulator and the real engine. Pure.

import { z } from 'zod';
import { durationSchema, eventName } from '../journey/fields.ts';
import { isTimeZone } from '../journey/time-zone.ts';

/** Which message on WhatsApp a step is about: the newest one, or the newest of a node. Other channels tell nothing. */
const message = z.union([z.literal(true), z.string().min(1).max(200)]);
const code = z.union([z.int().nonnegative(), z.string().min(1).max(60)]);
const data = z.record(z.string(), z.unknown());

/**
 * When: a time after the start (`2h`), or an instant. Steps happen in their order, none before the one above it. Without
 * a time, an answer (`refuse`, `hold`, `lose`, `respond`) meets the next message that is posted once the step above has begun;
 * evidence comes as soon as a message awaits some, or has left, where the step names its node; a reply as soon as there
 * is a message to answer; everything else as soon as the run rests. What a step about a message finds none for is
 * reported as left over.
 */
const at = z.union([durationSchema, z.iso.datetime({ offset: true })]).optional();

export const stepSchema = z.union([
  z.strictObject({ at, deliver: message }),
  z.strictObject({ at, read: message }),
  z.strictObject({ at, click: message }),
  /** The person answers the newest message. */
  z.strictObject({ at, reply: z.string().min(1).max(4_096) }),
  /** The person taps a button or row: its id, or the payload of a template's quick reply. */
  z.strictObject({ at, tap: z.string().min(1).max(256), message: message.optional() }),
  /** The provider reports later that the message failed. */
  z.strictObject({ at, fail: code, message: message.optional() }),
  /** The provider refuses the next message in its answer. */
  z.strictObject({ at, refuse: code }),
  /** The provider takes the next message and holds it back (F§4.5). */
  z.strictObject({ at, hold: z.literal(true) }),
  /** No answer comes to the next message: it may or may not have been sent. */
  z.strictObject({ at, lose: z.literal(true) }),
  /**
   * The other system that the next node asks (`http.request`, your own) answers so that it ends with this outcome;
   * `full`: all places of the next `throttle` are taken.
   */
  z.strictObject({ at, respond: z.string().min(1).max(60) }),
  /** No more evidence about the message: the run goes on by its own timers. */
  z.strictObject({ at, silence: z.literal(true) }),
  /** The person writes without being asked. */
  z.strictObject({ at, inbound: z.string().min(1).max(4_096) }),
  z.strictObject({ at, event: eventName, data: data.optional() }),
  /** Time passes: what is due happens. */
  z.strictObject({ at, advance: durationSchema }),
  /** An operator ends the run with this outcome. */
  z.strictObject({ at, exit: z.string().min(1).max(60) }),
]);
export type ScriptStep = z.infer<typeof stepSchema>;

const share = z.number().min(0).max(1);

/** Shares of what becomes of a channel's messages; what is left is silence. */
export const channelRatesSchema = z.strictObject({
  /** Refused or failed, by code. */
  failed: z.record(z.string(), share).optional(),
  delivered: share.optional(),
  /** Of the delivered, as are the next two. */
  read: share.optional(),
  clicked: share.optional(),
  replied: share.optional(),
});
export type ChannelRates = z.infer<typeof channelRatesSchema>;

export const ratesSchema = z.strictObject({
  whatsapp: channelRatesSchema.optional(),
  sms: channelRatesSchema.optional(),
  email: channelRatesSchema.optional(),
  /** Chance that an event comes while a run waits for it. */
  events: z.record(eventName, share).optional(),
});
export type Rates = z.infer<typeof ratesSchema>;

/** A world of chance: its seed, and rates over the default ones, channel by channel. */
export interface Chance {
  readonly seed: number;
  readonly rates?: Rates;
}

export const worldSchema = z.union([
  z.array(stepSchema).max(1_000),
  z.strictObject({ random: z.strictObject({ seed: z.int(), rates: ratesSchema.optional() }) }),
]);

const consent = z.strictObject({
  channel: z.enum(['whatsapp', 'sms', 'email']),
  /** Empty: the whole channel. */
  topic: z.string().max(60).default('marketing'),
  state: z.enum(['in', 'out']).default('in'),
});

/** A person of a simulation; without consents they have opted in to marketing on every channel. */
export const simulatedPersonSchema = z.strictObject({
  id: z.string().min(1).max(200),
  phone: z.string().max(30).optional(),
  email: z.string().max(320).optional(),
  locale: z.string().max(35).optional(),
  timeZone: z.string().max(60).refine(isTimeZone, { error: 'time-zone' }).default('Asia/Seoul'),
  attributes: data.default({}),
  consents: z.array(consent).optional(),
});
export type SimulatedPerson = z.infer<typeof simulatedPersonSchema>;

/** A script file: who enters when and with what, and what the world does. */
export const scriptSchema = z.strictObject({
  $schema: z.string().optional(),
  person: simulatedPersonSchema.optional(),
  /** When the run starts; the coming Monday at ten in the person's zone where absent. */
  start: z.iso.datetime({ offset: true }).optional(),
  /** Data of the event that the run is entered by. */
  event: data.optional(),
  key: z.string().max(200).optional(),
  world: worldSchema.default([]),
});
export type Script = z.infer<typeof scriptSchema>;
