// By which route a message goes to Meta, and by which other one after a refusal (F§1.5, F§5.4). A Graph error proves that
// nothing was sent, so another route may be taken within the same attempt: never are two accepted. Pure.

import type { DeliveryRequest, DeliveryRoute } from '../../src/messaging/delivery.ts';
import type { Endpoint } from './whatsapp-provider.ts';
import type { MarketingApi, WhatsAppSender } from './whatsapp-sender.ts';

type Routed = Pick<DeliveryRequest, 'message' | 'category' | 'directSend'>;

export function firstRoute({ message, category, directSend }: Routed, sender: WhatsAppSender): DeliveryRoute {
  if (directSend !== undefined) return 'direct-send';
  const isTemplate = message.channel === 'whatsapp' && message.body.type === 'template';
  const isMarketing = isTemplate && category === 'marketing';
  return isMarketing && sender.marketing !== undefined ? 'marketing_messages' : 'messages';
}

/** Refusals of the marketing endpoint because of what it is, not of the message. */
const notMarketing = new Set(['131055', '134100']);
/** 10: not onboarded; 134101, perhaps 131009: the template is still being copied; 134102: it can't be sent there. */
const notReady = new Set(['10', '131009', '134101', '134102']);
/** The account wants marketing at the other endpoint only. */
const marketingElsewhere = '131063';

/** The route to take after this refusal; undefined where none is left or the refusal is about the message itself. */
export function nextRoute(
  code: string,
  tried: readonly DeliveryRoute[],
  marketing: MarketingApi | undefined,
): DeliveryRoute | undefined {
  const next = otherRoute(code, tried.at(-1), marketing);
  return next === undefined || tried.includes(next) ? undefined : next;
}

function otherRoute(
  code: string,
  last: DeliveryRoute | undefined,
  marketing: MarketingApi | undefined,
): DeliveryRoute | undefined {
  if (last === 'messages') return code === marketingElsewhere ? 'marketing_messages' : undefined;
  if (last !== 'marketing_messages') return undefined;
  // Strict is about marketing: what turns out to be none may go where all others go.
  const isOpen = notMarketing.has(code) || (notReady.has(code) && marketing?.policy !== 'strict');
  return isOpen ? 'messages' : undefined;
}

export function endpointOf(route: DeliveryRoute): Endpoint {
  return route === 'marketing_messages' ? 'marketing_messages' : 'messages';
}

/** What the route adds to Meta's body. */
export function fieldsOf(
  route: DeliveryRoute,
  { directSend }: Routed,
  { marketing }: WhatsAppSender,
): { readonly [field: string]: string | number | boolean } {
  if (route === 'direct-send' && directSend !== undefined) {
    const { category, ttlSeconds } = directSend;
    return { category, ...(ttlSeconds === undefined ? {} : { ttl_seconds: ttlSeconds }) };
  }
  if (route !== 'marketing_messages') return {};
  const share = marketing?.shareActivity;
  return {
    product_policy: marketing?.policy === 'strict' ? 'STRICT' : 'CLOUD_API_FALLBACK',
    ...(share === undefined ? {} : { message_activity_sharing: share }),
  };
}
