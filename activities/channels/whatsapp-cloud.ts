// Meta's Cloud API as a channel client: a message is accepted at most once, and the answer classified (DESIGN 7.2). A
// refusal proves that nothing was sent; another route, or a renewed token, is then tried within the same attempt.

import type { Dispatcher } from 'undici';
import type { Delivery, DeliveryRequest, DeliveryRoute } from '../../src/messaging/delivery.ts';
import { failureOfProblems, toRequestBody, type WhatsAppRequestBody } from '../../src/whatsapp/payload.ts';
import type { ClosableChannel } from './closable-channel.ts';
import {
  createPool,
  defaultLimits,
  type ExchangeLimits,
  type ExchangeRequest,
  postOnce,
} from './post-once.ts';
import { type AnswerContext, classifyAnswer, isTokenRefused, refusedByUs } from './whatsapp-answer.ts';
import { toCall } from './whatsapp-provider.ts';
import { endpointOf, fieldsOf, firstRoute, nextRoute } from './whatsapp-route.ts';
import type { WhatsAppSender, WhatsAppSenders } from './whatsapp-sender.ts';

export interface WhatsAppCloudOptions {
  readonly senders: WhatsAppSenders;
  /** Words of `message_status` by which Meta keeps a message back; what `paused` means is not known (F§7). */
  readonly heldStatuses?: readonly string[];
  readonly dispatcher?: Dispatcher;
  /** The total is that of an attempt, whatever it takes. */
  readonly limits?: Partial<ExchangeLimits>;
}

/** The client. A given `dispatcher` stays open at `close()`; the client's own pool is closed. */
export function createWhatsAppCloud(options: WhatsAppCloudOptions): ClosableChannel {
  const { senders, heldStatuses = ['held_for_quality_assessment', 'paused'] } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const pool = options.dispatcher ?? createPool(limits);
  return {
    channel: 'whatsapp',
    async deliver(request) {
      const { message, to, token, about, category } = request;
      if (message.channel !== 'whatsapp')
        return refusedByUs({ code: 'wrong_channel', outcome: 'invalid', retry: 'never' });
      const payload = toRequestBody({ content: message.body, to, token, about, category });
      if (!payload.ok) return refusedByUs(failureOfProblems(payload.problems));
      const context = { to, isReceipt: message.body.type === 'read', heldStatuses };
      const letter = { request, body: payload.body, context };
      return attempt({ letter, senders, pool, limits });
    },
    close: async () => {
      if (options.dispatcher === undefined) await pool.close();
    },
  };
}

/** A message ready to go, by whatever route. */
interface Letter {
  readonly request: DeliveryRequest;
  readonly body: WhatsAppRequestBody;
  readonly context: Pick<AnswerContext, 'to' | 'isReceipt' | 'heldStatuses'>;
}

interface Attempt {
  readonly letter: Letter;
  readonly senders: WhatsAppSenders;
  readonly pool: Dispatcher;
  readonly limits: ExchangeLimits;
}

/** Goes on only after a refusal: anything else may have been sent. */
async function attempt({ letter, senders, pool, limits }: Attempt): Promise<Delivery> {
  const { providerId } = letter.request.sender;
  const endsAt = Date.now() + limits.totalTimeoutMs;
  const tried: DeliveryRoute[] = [];
  let refusal: Delivery | undefined;
  let route: DeliveryRoute | undefined;
  let isRenewed = false;
  for (;;) {
    const sender = senders.find(providerId);
    if (sender === undefined)
      return refusedByUs({ code: 'no_credentials', outcome: 'account', retry: 'park' });
    route ??= firstRoute(letter.request, sender);
    const by = { sender, route };
    const left = { ...limits, totalTimeoutMs: endsAt - Date.now() };
    const exchange = await postOnce(pool, left, () => compose(letter, by));
    const delivery = { ...classifyAnswer(exchange, { ...letter.context, ...by }), route };
    if (delivery.result !== 'refused') return delivery;
    if (!isRenewed && isTokenRefused(delivery.failure)) {
      isRenewed = true;
      if (await senders.renew(providerId)) continue;
    }
    tried.push(route);
    route = nextRoute(delivery.failure.code, tried, sender.marketing);
    if (route === undefined || Date.now() >= endsAt) return tellMore(refusal, delivery);
    refusal = delivery;
  }
}

function compose(
  { request, body }: Letter,
  { sender, route }: { readonly sender: WhatsAppSender; readonly route: DeliveryRoute },
): ExchangeRequest {
  const { url, headers } = toCall(sender, request.sender.providerId, endpointOf(route));
  return {
    method: 'POST',
    url,
    headers: { ...headers, 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ ...body, ...fieldsOf(route, request, sender) }),
    signal: request.signal,
  };
}

/** Of two routes' refusals the one that ends by itself: a template still being copied is worth another try. */
function tellMore(first: Delivery | undefined, last: Delivery): Delivery {
  return first?.result === 'refused' && first.failure.retry === 'transient' ? first : last;
}
