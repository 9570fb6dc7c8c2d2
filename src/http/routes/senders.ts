// Senders: how fast they send, what bars them, who waits for them; and the operator's word that lets them go on.

import { z } from 'zod';
import { acknowledgeSender } from '../../inbox/acknowledge-sender.ts';
import {
  listNoticesOf,
  listSenderStates,
  readSenderState,
  type SenderState,
} from '../../store/sender-state.ts';
import { findSenderById, type StoredSender } from '../../store/senders.ts';
import {
  type AcknowledgeAnswer,
  acknowledgeAnswer,
  type SenderAnswer,
  type SenderListAnswer,
  type SenderSummary,
  senderAnswer,
  senderListAnswer,
} from '../answers/senders.ts';
import { AppError } from '../app-error.ts';
import type { RouteContext, Routes } from '../route-context.ts';

const noticesShown = 50;

const params = z.object({ id: z.string() });

const listSchema = {
  ...{
    tags: ['Senders'],
    operationId: 'listSenders',
    summary: 'All senders: rates, restrictions, who waits',
  },
  response: { 200: senderListAnswer },
};

const readSchema = {
  ...{ tags: ['Senders'], operationId: 'getSender', summary: 'One sender, with what Meta told of it' },
  params,
  problems: ['SENDER_UNKNOWN'],
  response: { 200: senderAnswer },
} as const;

const acknowledgeSchema = {
  ...{ tags: ['Senders'], operationId: 'acknowledgeSender', summary: 'Lets a stopped sender go on' },
  params,
  body: z.strictObject({
    perSecond: z
      .int()
      .min(1)
      .max(1_000)
      .describe("How many of those who waited are let out each second; the sender's rate holds besides."),
  }),
  problems: ['SENDER_FREE', 'SENDER_UNKNOWN'],
  response: { 200: acknowledgeAnswer },
} as const;

export function addSenderRoutes(app: Routes, { store, clock }: RouteContext): void {
  app.get('/v1/senders', { schema: listSchema }, async (): Promise<SenderListAnswer> => {
    const states = await listSenderStates(store, clock.now());
    return { senders: states.map(toSummary) };
  });

  app.get('/v1/senders/:id', { schema: readSchema }, async (request): Promise<SenderAnswer> => {
    const sender = await getSenderOrThrow(request.params.id);
    const [state, notices] = await Promise.all([
      readSenderState(store, sender, clock.now()),
      listNoticesOf(store, sender, noticesShown),
    ]);
    return {
      ...toSummary(state),
      notices: notices.map(({ at, ...notice }) => ({ ...notice, at: at.toISOString() })),
    };
  });

  app.post(
    '/v1/senders/:id/acknowledge',
    { schema: acknowledgeSchema },
    async (request): Promise<AcknowledgeAnswer> => {
      const sender = await getSenderOrThrow(request.params.id);
      const { perSecond } = request.body;
      const done = await acknowledgeSender(store, sender, { perSecond, at: new Date(clock.now()) });
      if (done === undefined) throw new AppError('SENDER_FREE');
      const { lifted, sends, seconds } = done;
      return { lifted: lifted.map(({ kind, reason }) => ({ kind, reason })), sends, seconds };
    },
  );

  async function getSenderOrThrow(id: string): Promise<StoredSender> {
    const sender = await findSenderById(store, id);
    if (sender === undefined) throw new AppError('SENDER_UNKNOWN');
    return sender;
  }
}

function toSummary(state: SenderState): SenderSummary {
  const { id, channel, name, active, providerId, accountId, portfolioId, perSecond, pace, slowedAt } = state;
  const { inboundPerSecond, dailyLimit, peopleToday, restrictions, parked } = state;
  return {
    ...{ id, channel, name, active, providerId, accountId, portfolioId },
    shown: { phone: state.displayPhone, health: state.health, quality: state.quality },
    rate: { perSecond, now: pace, inboundPerSecond, slowedAt: slowedAt?.toISOString() ?? null },
    people: { limit: dailyLimit, today: peopleToday },
    restrictions: restrictions.map(({ scope, kind, detail, reason, since, until }) => ({
      ...{ scope, kind, detail, reason },
      since: since.toISOString(),
      until: until === undefined ? null : new Date(until).toISOString(),
    })),
    parked,
  };
}
