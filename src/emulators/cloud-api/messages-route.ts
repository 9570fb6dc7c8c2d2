// `POST /{version}/{phone-number-id}/messages` and `/marketing_messages`: who asks, what for, and then on to sending.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { authenticate, unknownObject } from './authenticate.ts';
import type { CloudWorld } from './cloud-world.ts';
import { parseMarketingMessage, parseMessage } from './messages/parse-message.ts';
import { sendMessage } from './send-message.ts';
import type { CloudSender } from './webhook-value.ts';

interface Route {
  Params: { version: string; phoneNumberId: string };
}

export function registerMessagesRoutes(app: FastifyInstance, world: CloudWorld): void {
  app.post<Route>('/:version(^v\\d+\\.\\d+$)/:phoneNumberId/messages', async (request, reply) => {
    const sender = openRequest(world, request, reply);
    const parsed = parseMessage(request.body);
    if (parsed.kind === 'read-receipt') {
      world.markRead(parsed.wamid, parsed.isTyping);
      return { success: true };
    }
    return sendMessage(world, { sender, message: parsed.message }, reply);
  });
  app.post<Route>('/:version(^v\\d+\\.\\d+$)/:phoneNumberId/marketing_messages', async (request, reply) => {
    const sender = openRequest(world, request, reply);
    return sendMessage(world, { sender, ...parseMarketingMessage(request.body) }, reply);
  });
}

/** Records the request, refused or not, and finds the number that sends. */
function openRequest(world: CloudWorld, request: FastifyRequest<Route>, reply: FastifyReply): CloudSender {
  const { phoneNumberId, version } = request.params;
  const to = findAddressee(request.body);
  world.record({ method: 'POST', path: request.url, ...(to === undefined ? {} : { to }) });
  authenticate(request, world.platform.app, 'whatsapp_business_messaging');
  const sender = world.platform.findSender(phoneNumberId);
  if (sender === undefined) throw unknownObject(phoneNumberId, 'post');
  reply.header('facebook-api-version', version);
  return sender;
}

function findAddressee(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { to, recipient } = body as { to?: unknown; recipient?: unknown };
  if (typeof to === 'string') return to;
  return typeof recipient === 'string' ? recipient : undefined;
}
