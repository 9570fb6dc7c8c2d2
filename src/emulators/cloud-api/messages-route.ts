// `POST /{version}/{phone-number-id}/messages`: authenticates, validates, asks script and rules, accepts, and
// answers as the script says. Invariant: a message is accepted at most once for each request, before any answer.

import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { authenticate, unknownObject } from './authenticate.ts';
import { type Answer, toConduct } from './behaviour.ts';
import type { CloudWorld } from './cloud-world.ts';
import { GraphError } from './graph-error.ts';
import type { CloudMessage } from './message-schema.ts';
import { parseMessage } from './parse-message.ts';
import type { Phone } from './phone.ts';
import { judge } from './rules/rules.ts';

interface Route {
  Params: { version: string; phoneNumberId: string };
}

export interface MessagesRouteOptions {
  readonly world: CloudWorld;
  readonly accessToken: string;
}

const BAD_GATEWAY_PAGE =
  '<!DOCTYPE html><html><head><title>Error</title></head><body>Sorry, something went wrong.</body></html>';

export function registerMessagesRoute(
  app: FastifyInstance,
  { world, accessToken }: MessagesRouteOptions,
): void {
  app.post<Route>('/:version(^v\\d+\\.\\d+$)/:phoneNumberId/messages', async (request, reply) => {
    const { phoneNumberId, version } = request.params;
    const to = findAddressee(request.body);
    world.record({ method: 'POST', path: request.url, ...(to === undefined ? {} : { to }) });
    authenticate(request, accessToken);
    const sender = world.findSender(phoneNumberId);
    if (sender === undefined) throw unknownObject(phoneNumberId, 'post');
    reply.header('facebook-api-version', version);

    const parsed = parseMessage(request.body);
    if (parsed.kind === 'read-receipt') return { success: true };
    const { message } = parsed;
    const written = message.to ?? message.recipient ?? '';
    const phone = world.phone(written);
    const facts = { phone, sender, message };

    const conduct = toConduct(world.takeBehaviour(phone, message));
    if (conduct.fate === undefined) return answer({ reply, answer: conduct.answer });
    const isFailing = conduct.fate.do === 'fail' || conduct.fate.do === 'silence';
    const verdict = isFailing ? undefined : judge(facts);
    if (verdict?.surface === 'answer') throw new GraphError(verdict);
    const fate =
      verdict === undefined
        ? conduct.fate
        : ({ do: 'fail', code: verdict.code, details: verdict.details } as const);
    const wamid = world.accept(facts, fate);
    const isHeld = fate.do === 'hold';
    if (conduct.answerAfterMs > 0) await delay(conduct.answerAfterMs, undefined, { ref: false });
    return answer({ reply, answer: conduct.answer, accepted: { wamid, written, phone, message, isHeld } });
  });
}

interface Accepted {
  readonly wamid: string;
  readonly written: string;
  readonly phone: Phone;
  readonly message: CloudMessage;
  readonly isHeld: boolean;
}

/** Ends the request in the scripted way. */
function answer(end: { reply: FastifyReply; answer: Answer; accepted?: Accepted }): unknown {
  const { reply } = end;
  switch (end.answer.kind) {
    case 'refuse':
      throw new GraphError(end.answer);
    case 'reset':
      reply.hijack();
      // RST, not FIN: the client sees its connection break, whatever it had sent.
      reply.raw.socket?.resetAndDestroy();
      return reply;
    case 'never':
      reply.hijack();
      return reply;
    case 'html':
      return reply.code(end.answer.httpStatus).type('text/html; charset=utf-8').send(BAD_GATEWAY_PAGE);
    case 'success':
      return end.accepted === undefined ? reply : toSuccessBody(end.accepted);
  }
}

/** F§1.4: `message_status` is sent for templates only. */
function toSuccessBody({ wamid, written, phone, message, isHeld }: Accepted): Record<string, unknown> {
  const { waId, userId } = phone.identity;
  const status = isHeld ? 'held_for_quality_assessment' : 'accepted';
  return {
    messaging_product: 'whatsapp',
    contacts: [
      {
        input: written,
        ...(waId === undefined ? {} : { wa_id: waId }),
        ...(userId === undefined ? {} : { user_id: userId }),
      },
    ],
    messages: [{ id: wamid, ...(message.type === 'template' || isHeld ? { message_status: status } : {}) }],
  };
}

function findAddressee(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { to, recipient } = body as { to?: unknown; recipient?: unknown };
  if (typeof to === 'string') return to;
  return typeof recipient === 'string' ? recipient : undefined;
}
