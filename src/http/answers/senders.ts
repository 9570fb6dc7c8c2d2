// What the API answers of senders.

import { z } from 'zod';
import { type Answer, count, instant } from './answer.ts';

const scope = z.enum(['account', 'sender']);

const senderRestriction = z
  .object({
    scope,
    kind: z.string(),
    detail: z.string().describe('Of a country: its calling code.'),
    reason: z.string(),
    since: instant,
    until: instant.nullable().describe('Null until somebody lifts it.'),
  })
  .meta({ id: 'SenderRestriction' });

const rate = z.object({
  perSecond: z.number().describe('Messages a second that Meta allows the number, in and out.'),
  now: z.number().describe('What goes out at most just now.'),
  inboundPerSecond: z.number(),
  slowedAt: instant.nullable().describe('When it was last slowed down for having been too fast.'),
});

const senderSummary = z
  .object({
    id: z.string(),
    channel: z.string(),
    name: z.string().describe('What journeys call it.'),
    active: z.boolean().describe('False where the configuration has it no more.'),
    providerId: z.string().describe("The provider's id of the number, the SMS number or the From address."),
    accountId: z.string().nullable(),
    portfolioId: z.string().nullable(),
    shown: z
      .object({
        phone: z.string().nullable(),
        health: z.string().nullable(),
        quality: z.string().nullable(),
      })
      .describe(
        "What Meta last showed of the number: its digits and Meta's words; null while it was not asked.",
      ),
    rate,
    people: z
      .object({ limit: z.int().nullable(), today: count })
      .describe('People that the portfolio wrote to in 24 hours; a limit of -1 is none, null is not known.'),
    restrictions: z.array(senderRestriction).describe('What holds just now.'),
    parked: z
      .record(z.string(), count)
      .describe('Messages that wait at the gate, by the policy that holds them.'),
  })
  .meta({ id: 'SenderSummary' });
export type SenderSummary = Answer<typeof senderSummary>;

export const senderListAnswer = z
  .object({ senders: z.array(senderSummary) })
  .meta({ id: 'SenderListAnswer' });
export type SenderListAnswer = Answer<typeof senderListAnswer>;

const senderNotice = z.object({
  scope,
  event: z.string(),
  severity: z.enum(['info', 'warning', 'critical']),
  facts: z.record(z.string(), z.string()),
  at: instant,
});

export const senderAnswer = senderSummary
  .extend({ notices: z.array(senderNotice).describe('Newest first.') })
  .meta({ id: 'SenderAnswer' });
export type SenderAnswer = Answer<typeof senderAnswer>;

export const acknowledgeAnswer = z
  .object({
    lifted: z.array(z.object({ kind: z.string(), reason: z.string() })),
    sends: count.describe('Messages that waited and are let out now …'),
    seconds: z.number().describe('… and how many seconds that takes.'),
  })
  .meta({ id: 'AcknowledgeAnswer' });
export type AcknowledgeAnswer = Answer<typeof acknowledgeAnswer>;

export const ignoredUpdatesAnswer = z
  .object({
    fields: z.array(
      z.object({
        field: z.string().describe('Such as `account_alerts` or `messages.statuses.deleted`.'),
        seen: count,
        lastAt: instant,
      }),
    ),
  })
  .meta({ id: 'IgnoredUpdatesAnswer' });
