// Meta's webhook (F§2.1): verified on the raw bytes, split, and stored before the 200. Anything but a 200 makes
// Meta deliver again, so 503 while the database is away loses nothing. Nothing unsigned is stored.

import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { receiveWebhook } from '../../inbox/receive-webhook.ts';
import { AppError } from '../app-error.ts';
import type { RouteContext, Routes } from '../route-context.ts';

/** Where Meta posts to, below our public address. */
export const whatsappWebhookPath = '/webhooks/whatsapp';

/** F§2.1: up to 3 MB. */
const bodyLimitBytes = 3 * 1024 * 1024;

export interface WhatsAppWebhookOptions {
  /** More than one while a secret is rotated; none refuses everything. */
  readonly appSecrets: readonly string[];
  /** The token that Meta repeats at verification. */
  readonly verifyToken: string | undefined;
}

const verification = z.object({
  'hub.mode': z.literal('subscribe'),
  'hub.verify_token': z.string(),
  'hub.challenge': z.string().max(1_000),
});

const verifySchema = {
  ...{ tags: ['Server'], operationId: 'verifyWebhook', summary: "Meta's verification of the webhook" },
  description: 'Repeats `hub.challenge` to who knows the token (`hub.mode`, `hub.verify_token`).',
  problems: ['WEBHOOK_VERIFY_TOKEN'],
  response: {
    200: {
      description: 'The challenge',
      content: { 'text/plain; charset=utf-8': { schema: z.string() } },
    },
  },
} as const;

const receiveSchema = {
  ...{
    tags: ['Server'],
    operationId: 'receiveWebhook',
    summary: 'What Meta tells: evidence, messages, notices',
  },
  description: 'Signed on its raw bytes (`x-hub-signature-256`), and stored before the answer.',
  // Bytes, until their signature is verified.
  body: z.unknown().meta({ type: 'object' }),
  problems: ['BODY_DEPTH', 'STORE_UNAVAILABLE', 'WEBHOOK_SIGNATURE'],
  response: { 200: z.object({ status: z.literal('stored') }) },
} as const;

export function addWhatsAppWebhookRoutes(
  app: Routes,
  { inbox, clock, appSecrets, verifyToken }: RouteContext & WhatsAppWebhookOptions,
): void {
  // A scope of its own: here a body stays the bytes that were signed.
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/json',
      { parseAs: 'buffer', bodyLimit: bodyLimitBytes },
      keepBytes,
    );

    scope.get(whatsappWebhookPath, { schema: verifySchema }, async (request, reply) => {
      const asked = verification.safeParse(request.query);
      if (!asked.success || !isSame(asked.data['hub.verify_token'], verifyToken)) {
        throw new AppError('WEBHOOK_VERIFY_TOKEN');
      }
      return reply.type('text/plain; charset=utf-8').send(asked.data['hub.challenge']);
    });

    scope.post(whatsappWebhookPath, { schema: receiveSchema, bodyLimit: bodyLimitBytes }, async (request) => {
      const rawBody = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const header = request.headers['x-hub-signature-256'];
      const signature = typeof header === 'string' ? header : undefined;
      const received = await receiveWebhook(inbox, {
        rawBody,
        signature,
        secrets: appSecrets,
        receivedAtMs: clock.now(),
      });
      if (received.result === 'unsigned') throw new AppError('WEBHOOK_SIGNATURE');
      if (received.result === 'too-deep') throw new AppError('BODY_DEPTH');
      if (received.result === 'garbled') throw new AppError('BODY_JSON');
      request.log.debug({ items: received.items, ignored: received.ignored }, 'webhook stored');
      return { status: 'stored' as const };
    });
  });
}

function keepBytes(_request: unknown, body: Buffer, done: (error: null, body: Buffer) => void): void {
  done(null, body);
}

/** Constant time, whatever the lengths. */
function isSame(given: string, expected: string | undefined): boolean {
  if (expected === undefined || expected === '') return false;
  return timingSafeEqual(digest(given), digest(expected));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
