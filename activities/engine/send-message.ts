// The send activity: compose, reserve (gate and ledger), POST, store the answer (DESIGN 7.1). Two short
// transactions around the POST; what dies in between is found in the ledger.

import { setTimeout as delay } from 'node:timers/promises';
import { ApplicationFailure } from '@temporalio/activity';
import type { ActivityAnswer } from '../../src/machine/vocabulary.ts';
import type { Recipient } from '../../src/messaging/message.ts';
import { NodeError } from '../../src/node-kit/node-error.ts';
import type { AnyNode } from '../../src/node-kit/node-type.ts';
import { defaultPolicySettings } from '../../src/whatsapp/policy-settings.ts';
import { chooseSender } from './choose-sender.ts';
import type { EngineDeps } from './deps.ts';
import type { Visit } from './load-visit.ts';
import { findReferencedMessage } from './referenced-message.ts';
import { createRenderers } from './render.ts';
import { reserveInTurn, type TurnDeps } from './reserve-in-turn.ts';
import type { Reserved } from './reserve-send.ts';
import type { Sending } from './sending.ts';
import { type Stored, storeAnswer } from './store-answer.ts';

type MessageType = Extract<AnyNode, { readonly kind: 'message' }>;

/**
 * Sends the visit's message, or says why not, or what it waits for.
 *
 * @throws ApplicationFailure `SEND_RETRY`, only where it is proved that nothing was sent
 */
export async function sendMessage(
  deps: EngineDeps & TurnDeps,
  visit: Visit,
  type: MessageType,
): Promise<ActivityAnswer> {
  const sending = await prepare(deps, visit, type);
  if (!('message' in sending)) return sending;
  const reservation = await reserveInTurn(deps, sending);
  if (reservation.do === 'answer') return reservation.answer;
  const stored = await post(deps, sending, reservation);
  if (stored.do === 'answer') return stored.answer;
  throw ApplicationFailure.create({
    message: `Not sent (${stored.code}); trying again.`,
    type: 'SEND_RETRY',
    nextRetryDelay: stored.afterMs,
  });
}

async function prepare(deps: EngineDeps, visit: Visit, type: MessageType): Promise<Sending | ActivityAnswer> {
  const { config, person } = visit;
  try {
    const message = type.compose({ config, person, ...createRenderers(visit.scope) });
    const plan = type.plan(config);
    const name = plan.sender ?? (message.channel === 'whatsapp' ? visit.policy.sender : undefined);
    const sender = await chooseSender(deps.store, visit, { channel: message.channel, name });
    if (sender === undefined) return refused('account', 'no_sender');
    const { settings = defaultPolicySettings } = deps;
    const about = await findReferencedMessage(deps.store, visit, { message, senderId: sender.id });
    const quoted = about === undefined ? {} : { about };
    return { visit, message, plan, sender, settings, ...quoted };
  } catch (error) {
    if (error instanceof NodeError && !error.retryable) return refused('invalid', error.code);
    throw error;
  }
}

function refused(outcome: string, code: string): ActivityAnswer {
  return { status: 'settled', outcome, attempted: false, code };
}

async function post(
  deps: EngineDeps,
  prepared: Sending,
  { send, token, message, directSend }: Extract<Reserved, { do: 'post' }>,
): Promise<Stored> {
  const sending = { ...prepared, message };
  const { sender, visit, about } = sending;
  const client = deps.channels.get(message.channel);
  const delivery =
    client === undefined
      ? ({ result: 'not-sent', reason: 'no_client' } as const)
      : await client.deliver({
          sender: { id: sender.id, channel: message.channel, providerId: sender.provider_id },
          to: toRecipient(visit),
          message,
          token,
          category: send.category,
          ...(about === undefined ? {} : { about }),
          ...(directSend === undefined ? {} : { directSend }),
        });
  const answer = { sendId: send.id, token, delivery };
  return untilStored(() => deps.store.transaction().execute((trx) => storeAnswer(trx, sending, answer)));
}

/**
 * The answer is too dear to lose to a short outage of PostgreSQL: it is stored as soon as that is back, as long as
 * this activity lives. If it dies, the ledger says `in_flight`, which is the truth.
 */
async function untilStored<T>(store: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await store();
    } catch (error) {
      if (tries >= 20) throw error;
      // Not Temporal's sleep: a cancelled run must not lose what its provider said.
      await delay(Math.min(250 * tries, 2_000));
    }
  }
}

function toRecipient({ person }: Visit): Recipient {
  const { phone, email, businessScopedUserId } = person;
  return {
    ...(phone === undefined ? {} : { phone }),
    ...(email === undefined ? {} : { email }),
    ...(businessScopedUserId === undefined ? {} : { businessScopedUserId }),
  };
}
