// The body of POST /{phone-number-id}/messages from a composed message (F§1.2, F§1.3). Pure; the Cloud API client
// sends it, the simulator shows it. What Meta would refuse for its form alone comes back as problems, not as a send.

import type { Failure } from '../messaging/delivery.ts';
import type { MessageCategory, Recipient } from '../messaging/message.ts';
import type { WhatsAppContent } from '../messaging/whatsapp-content.ts';
import { failureOfCode } from './errors.ts';
import { type Address, checkAddress, toAddress } from './payload/address.ts';
import { checkContent } from './payload/check-content.ts';
import { limits } from './payload/limits.ts';
import type { PayloadProblem } from './payload/problem.ts';
import { withCleanParameters } from './payload/template-parameter.ts';

/** Meta's request body: a message, or the receipt that theirs was read. */
export type WhatsAppRequestBody = MessageBody | ReceiptBody;

/** Content as it travels: a reaction names its message itself, others quote theirs as `context`. */
type WireContent =
  | Exclude<WhatsAppContent, { type: 'read' | 'reaction' }>
  | { readonly type: 'reaction'; readonly reaction: { readonly message_id: string; readonly emoji: string } };

type MessageBody = WireContent &
  Address & {
    readonly messaging_product: 'whatsapp';
    readonly recipient_type: 'individual';
    readonly context?: { readonly message_id: string };
    /** Echoed in every status webhook: how evidence finds its attempt. */
    readonly biz_opaque_callback_data: string;
  };

interface ReceiptBody {
  readonly messaging_product: 'whatsapp';
  readonly status: 'read';
  readonly message_id: string;
  readonly typing_indicator?: { readonly type: 'text' };
}

export type PayloadResult =
  | { readonly ok: true; readonly body: WhatsAppRequestBody }
  | { readonly ok: false; readonly problems: readonly PayloadProblem[] };

export interface PayloadInput {
  readonly content: WhatsAppContent;
  readonly to: Recipient;
  readonly token: string;
  /** Meta's id of the message that is quoted, reacted to or read. Without it nothing is quoted. */
  readonly about?: string | undefined;
  readonly category?: MessageCategory | undefined;
}

/** Builds the body, with template parameters made fit for Meta, or says what is wrong. */
export function toRequestBody({ content: given, to, token, about, category }: PayloadInput): PayloadResult {
  const content = toCleanContent(given);
  if (content.type === 'read') {
    return about === undefined ? notAbout('read') : { ok: true, body: toReceipt(about, content) };
  }
  const wire = toWireContent(content, about);
  const address = toAddress(to);
  const problems = [
    ...checkAddress(address, category),
    ...checkContent(content),
    ...checkToken(token),
    ...(wire === undefined ? [{ code: 'no-message' as const, place: 'reaction' }] : []),
  ];
  if (wire === undefined || address === undefined || problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    body: {
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      ...address,
      ...wire,
      ...(about === undefined || wire.type === 'reaction' ? {} : { context: { message_id: about } }),
      biz_opaque_callback_data: token,
    },
  };
}

/** What a message with these problems comes to: it never leaves. */
export function failureOfProblems(problems: readonly PayloadProblem[]): Failure {
  if (problems.some(({ code }) => code === 'user-id-not-allowed')) return failureOfCode(131062);
  const fromParameters = problems.length > 0 && problems.every(({ code }) => code.startsWith('parameter'));
  const outcome = fromParameters ? 'template.params' : 'invalid';
  return { code: problems[0]?.code ?? 'payload', outcome, retry: 'never' };
}

function toCleanContent(content: WhatsAppContent): WhatsAppContent {
  return content.type === 'template'
    ? { type: 'template', template: withCleanParameters(content.template) }
    : content;
}

function toWireContent(
  content: Exclude<WhatsAppContent, { type: 'read' }>,
  about: string | undefined,
): WireContent | undefined {
  if (content.type !== 'reaction') return content;
  if (about === undefined) return undefined;
  return { type: 'reaction', reaction: { message_id: about, emoji: content.reaction.emoji } };
}

function toReceipt(messageId: string, { read }: Extract<WhatsAppContent, { type: 'read' }>): ReceiptBody {
  return {
    messaging_product: 'whatsapp',
    status: 'read',
    message_id: messageId,
    ...(read.typing === true ? { typing_indicator: { type: 'text' } } : {}),
  };
}

function notAbout(place: string): PayloadResult {
  return { ok: false, problems: [{ code: 'no-message', place }] };
}

function checkToken(token: string): readonly PayloadProblem[] {
  return token.length <= limits.token
    ? []
    : [{ code: 'token-too-long', place: 'token', limit: limits.token }];
}
