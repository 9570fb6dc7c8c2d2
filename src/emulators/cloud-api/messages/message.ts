// The bodies that `POST /{version}/{phone-number-id}/messages` takes, written by hand after Meta's OpenAPI and
// F§1.2 to F§1.4. Meta's description is not in this project; a test holds both against each other.

import * as z from 'zod';
import { addressing, hasRecipient, needsRecipient } from './addressing.ts';
import { oneTo } from './characters.ts';
import { contactsArray } from './contacts.ts';
import { directSend } from './direct-send.ts';
import { interactiveObject } from './interactive.ts';
import { locationObject } from './location.ts';
import { audioObject, documentObject, imageObject, stickerObject, videoObject } from './media.ts';
import { templateObject } from './template.ts';

const nonEmpty = z.string().min(1);

const message = z.discriminatedUnion('type', [
  z.strictObject({
    ...addressing,
    ...directSend,
    type: z.literal('text'),
    text: z.strictObject({ body: oneTo(4096), preview_url: z.boolean().optional() }),
  }),
  z.strictObject({ ...addressing, type: z.literal('template'), template: templateObject }),
  z.strictObject({ ...addressing, type: z.literal('image'), image: imageObject }),
  z.strictObject({ ...addressing, type: z.literal('audio'), audio: audioObject }),
  z.strictObject({ ...addressing, type: z.literal('video'), video: videoObject }),
  z.strictObject({ ...addressing, type: z.literal('document'), document: documentObject }),
  z.strictObject({ ...addressing, type: z.literal('sticker'), sticker: stickerObject }),
  z.strictObject({
    ...addressing,
    type: z.literal('location'),
    location: locationObject,
  }),
  z.strictObject({ ...addressing, type: z.literal('contacts'), contacts: contactsArray }),
  z.strictObject({
    ...addressing,
    type: z.literal('reaction'),
    /** An empty emoji takes the reaction back. */
    reaction: z.strictObject({ message_id: nonEmpty, emoji: z.string() }),
  }),
  z.strictObject({
    ...addressing,
    ...directSend,
    type: z.literal('interactive'),
    interactive: interactiveObject,
  }),
]);

export type CloudMessage = z.infer<typeof message>;

export const MESSAGE_TYPES: readonly string[] = message.options.map((option) => option.shape.type.value);

/**
 * A message to somebody. `type` may be left out: Meta's own samples do, for a text and for a list. The content may
 * come as JSON in a string, which Graph takes for any structured parameter and client libraries rely on.
 */
export const messageSchema = z.preprocess(
  (body) => withParsedContent(withType(body)),
  message.refine(hasRecipient, needsRecipient),
);

function withType(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || 'type' in body) return body;
  return { ...body, type: MESSAGE_TYPES.find((name) => name in body) ?? 'text' };
}

function withParsedContent(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body;
  const entries = Object.entries(body).map(([key, value]) =>
    MESSAGE_TYPES.includes(key) && typeof value === 'string' ? [key, parseOrKeep(value)] : [key, value],
  );
  return Array.isArray(body) ? body : Object.fromEntries(entries);
}

function parseOrKeep(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
