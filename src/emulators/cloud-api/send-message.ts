// A well-formed request to send: admission, then script and rules, then acceptance, then the answer that the script
// wants. Invariant: a message is accepted at most once for each request, before any answer.

import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';
import { admit } from './admission/admission.ts';
import { type Answer, type Fate, toConduct } from './behaviour.ts';
import { breakAnswer } from './broken-answer.ts';
import type { CloudWorld } from './cloud-world.ts';
import { GraphError } from './graph-error.ts';
import { toUserId } from './identity.ts';
import type { FateVerdict, RuleFacts, RuleVerdict } from './rules/rule.ts';
import { type SendRequest, toRuleFacts } from './send-facts.ts';

const BAD_GATEWAY_PAGE =
  '<!DOCTYPE html><html><head><title>Error</title></head><body>Sorry, something went wrong.</body></html>';

/** @throws GraphError when admission, script or a rule refuses */
export async function sendMessage(
  world: CloudWorld,
  request: SendRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const facts = toRuleFacts(world, request);
  const admission = admit(facts);
  if (admission?.surface === 'answer') throw new GraphError(admission);

  const conduct = toConduct(world.takeBehaviour(facts));
  if (conduct.fate === undefined) return answer(reply, conduct.answer);
  const fate = decideFate(conduct.fate, () => admission ?? world.rules.judge(facts));
  const wamid = world.accept(facts, fate);
  if (conduct.answerAfterMs > 0) await delay(conduct.answerAfterMs, undefined, { ref: false });
  return answer(reply, conduct.answer, toSuccessBody(facts, wamid, fate.do === 'hold'));
}

/** A script that fails a message itself has the last word. */
function decideFate(scripted: Fate, findVerdict: () => RuleVerdict | FateVerdict | undefined): Fate {
  if (scripted.do === 'fail' || scripted.do === 'silence') return scripted;
  const verdict = findVerdict();
  if (verdict === undefined) return scripted;
  if (verdict.surface === 'fate') return verdict.fate;
  if (verdict.surface === 'answer') throw new GraphError(verdict);
  return { do: 'fail', code: verdict.code, details: verdict.details };
}

/** Ends the request in the scripted way. */
function answer(reply: FastifyReply, how: Answer, success?: Record<string, unknown>): unknown {
  switch (how.kind) {
    case 'refuse':
      throw new GraphError(how);
    case 'reset':
      reply.hijack();
      // RST, not FIN: the client sees its connection break, whatever it had sent.
      reply.raw.socket?.resetAndDestroy();
      return reply;
    case 'never':
      reply.hijack();
      return reply;
    case 'html':
      return reply.code(how.httpStatus).type('text/html; charset=utf-8').send(BAD_GATEWAY_PAGE);
    case 'half-json':
    case 'cut':
    case 'endless':
      return breakAnswer(reply, how.kind, success ?? {});
    case 'success':
      return success ?? reply;
  }
}

/** F§1.4: `wa_id` only when a phone was addressed, else `user_id`; `message_status` for templates only. */
function toSuccessBody(
  { phone, message }: RuleFacts,
  wamid: string,
  isHeld: boolean,
): Record<string, unknown> {
  const { waId } = phone.identity;
  const status = isHeld ? 'held_for_quality_assessment' : 'accepted';
  return {
    messaging_product: 'whatsapp',
    contacts: [
      {
        input: message.to ?? message.recipient,
        ...(message.to === undefined ? { user_id: toUserId(phone.identity) } : { wa_id: waId }),
      },
    ],
    messages: [{ id: wamid, ...(message.type === 'template' || isHeld ? { message_status: status } : {}) }],
  };
}
