// A message node's config as the engine uses it: parsed, rendered by real Liquid, and what would go to Meta.

import { renderHtml, renderText } from '../../src/journey/liquid.ts';
import type { OutgoingMessage } from '../../src/messaging/message.ts';
import { type PayloadResult, toRequestBody } from '../../src/whatsapp/payload.ts';
import { configured } from './flow-visit.ts';

const person = { firstName: 'Haneul', city: 'Seoul' };
const event = { id: '7', total: 12.5, lat: 37.5665 };
const scope = { person, event };

/** @throws TypeError where the type sends nothing */
export function composed(type: string, with_: object): OutgoingMessage {
  const { node, config } = configured(type, with_);
  if (node.kind !== 'message') throw new TypeError(`${type} sends nothing.`);
  return node.compose({
    config,
    person: { id: 'per_1', externalId: 'guest', timeZone: 'Asia/Seoul', attributes: person },
    render: (source) => renderText(source, scope),
    renderHtml: (source) => renderHtml(source, scope),
  });
}

/** The request body of a WhatsApp node. */
export function bodyOf(type: string, with_: object): PayloadResult {
  const message = composed(type, with_);
  if (message.channel !== 'whatsapp') throw new TypeError(`${type} is not of WhatsApp.`);
  const about = message.about === undefined ? {} : { about: 'wamid.A' };
  return toRequestBody({
    content: message.body,
    to: { phone: '+821012345678' },
    token: 'att_1',
    ...about,
  });
}

/** The texts that a checker is told of: path and source. */
export function textsOf(type: string, with_: object): readonly (readonly [path: string, source: string])[] {
  const { node, config } = configured(type, with_);
  return (node.texts?.(config) ?? []).map(({ path, source }) => [path.join('.'), source]);
}

/** The strings of a config that have variables, where they stand. */
export function liquidOf(
  value: unknown,
  path: readonly string[] = [],
): (readonly [path: string, source: string])[] {
  if (typeof value === 'string') return value.includes('{{') ? [[path.join('.'), value]] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => liquidOf(inner, [...path, key]));
}
