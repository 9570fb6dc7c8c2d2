// What Meta leaves open or tells nobody exactly, and what is our own judgement: each number in one place, with its
// default and the reason (F marks them C). Given as data; memory holds what happened, never what follows from it, so a
// changed setting holds at once for everybody. Pure.

import { z } from 'zod';
import { limitFreeRegions, regionsWithoutLimit } from './regions.ts';

const instant = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const hours = z.number().positive().max(8_760);
const growth = z.number().min(1).max(10);
const words = z.array(z.string().trim().min(1).max(60)).max(100);

export const policySettingsSchema = z
  .strictObject({
    /** The customer service window (F§4.1). */
    window: z
      .strictObject({
        /** Meta's clock and ours differ, and a POST takes a moment: the last seconds are not used. */
        marginSeconds: z.number().min(0).max(3_600).default(30),
        /** So many 131047 since the person's last message are Meta's known fault; one more, and the window is closed. */
        toleratedRefusals: z.int().min(0).max(10).default(1),
        /** Types of inbound messages that open none; Meta leaves taps and reactions open (F§2.4). */
        notOpenedBy: z.array(z.string().min(1).max(40)).max(40).default([]),
      })
      .prefault({}),
    /** No marketing to US numbers (F§0 row 6). Times are ISO 8601; `until` is left out while no end is known. */
    usPause: z
      .strictObject({
        from: instant.prefault('2025-04-01T00:00:00Z'),
        until: instant.optional(),
        /** Puerto Rico, Guam and so on are regions of their own to Meta, so they are left out. */
        withTerritories: z.boolean().default(false),
        /** With an end: messages still worth sending by then wait for it; by default they go another way at once. */
        wait: z.boolean().default(false),
      })
      .prefault({}),
    /** After 131049 (F§4.2). */
    cooldown: z
      .strictObject({
        /** Meta asks for 24 h at least; tries within them extend the block. */
        firstHours: hours.min(24).default(24),
        /** Each refusal without an inbound in between makes it so many times longer. */
        growth: growth.default(2),
        longestHours: hours.default(168),
        /** Meta has no such limit where the sender's or the recipient's number is of one of these. */
        exemptRegions: z.array(z.enum(regionsWithoutLimit)).default([...limitFreeRegions]),
      })
      .prefault({}),
    /** After 130472 (F§4.3): no end is known, so one message is tried again after this time. */
    experiment: z.strictObject({ probeAfterHours: hours.default(720) }).prefault({}),
    /** After 131026, a belief (F§3.2): one may be a fault of Meta's (F§2.3), two say more. */
    reachability: z
      .strictObject({
        suspectHours: hours.default(24),
        unreachableHours: hours.default(168),
        growth: growth.default(2),
        longestHours: hours.default(720),
      })
      .prefault({}),
    /** The limit of people a day (F§4.8). */
    portfolio: z
      .strictObject({
        /** Codes by which Meta says that it is reached: no page tells which (C). */
        limitCodes: z.array(z.string().regex(/^\d+$/)).max(20).default([]),
        /** No new people after one of them; then the next message finds out. */
        fullForHours: hours.default(1),
      })
      .prefault({}),
    /** `message_status` of an answer (F§1.4). */
    pacing: z
      .strictObject({
        /** Words by which Meta keeps a message back for a while; what `paused` means was never found (F§7). */
        heldStatuses: words.default(['held_for_quality_assessment', 'paused']),
      })
      .prefault({}),
    /** Whole messages by which a person opts out or in, whatever the case and punctuation (F§4.10). */
    keywords: z
      .strictObject({
        optOut: words.default([
          'STOP',
          'STOPALL',
          'UNSUBSCRIBE',
          'OPT OUT',
          '수신거부',
          '수신 거부',
          '거부',
          '그만',
        ]),
        optIn: words.default(['START', 'UNSTOP', 'SUBSCRIBE', 'OPT IN', '수신동의', '수신 동의']),
        /** What an opt-out ends: marketing, or everything on WhatsApp. */
        optOutOf: z.enum(['marketing', 'everything']).default('marketing'),
      })
      .prefault({}),
  })
  .prefault({});

/** As rules take it: instants are epoch milliseconds, spans have their unit in the name. */
export type PolicySettings = z.output<typeof policySettingsSchema>;

export const defaultPolicySettings: PolicySettings = policySettingsSchema.parse({});
