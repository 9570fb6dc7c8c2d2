// The part of the control API that is about phones: what they are told to do, what their owners do, what they received.

import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { behaviourSchema } from './behaviour.ts';
import type { CloudWorld } from './cloud-world.ts';
import { parseControl } from './control-body.ts';
import { toPhoneName } from './identity.ts';
import { inboundSchema } from './inbound-content.ts';
import { type Phone, PRESENCES } from './phone.ts';

export const scriptSchema = z.strictObject({ behaviours: z.array(behaviourSchema) });
const clockSchema = z.strictObject({ offsetMs: z.int() });
const where = { context: z.string().optional(), phoneNumberId: z.string().optional() };
const replySchema = z.strictObject({ text: z.string().min(1).max(4096), ...where });
const messageSchema = z.strictObject({ content: inboundSchema, ...where });
const tapSchema = z.strictObject({ id: z.string().min(1).max(256), wamid: z.string().optional() });
const callSchema = z.strictObject({ phoneNumberId: z.string().optional() });
const preferenceSchema = z.strictObject({ value: z.enum(['stop', 'resume']) });
const presenceSchema = z.strictObject({ presence: z.enum(PRESENCES) });
const numberSchema = z.strictObject({ to: z.string().regex(/^\+?\d{7,15}$/) });
const userIdSchema = z.strictObject({ to: z.string().regex(/^[A-Z]{2}\.[A-Za-z0-9.]{1,128}$/) });
const heldSchema = z.strictObject({ wamid: z.string().optional() });

interface PhoneRoute {
  Params: { phone: string };
}

export function registerPhoneRoutes(app: FastifyInstance, world: CloudWorld): void {
  const path = '/_emulator/phones/:phone';
  registerActRoutes(app, world);

  app.get('/_emulator/phones', async () => ({ phones: world.phones().map((phone) => toView(phone, world)) }));
  app.get<PhoneRoute>(path, async (request) => toView(world.phone(request.params.phone), world));
  app.put<PhoneRoute>(`${path}/script`, async (request) => {
    world.script(request.params.phone, parseControl(scriptSchema, request.body).behaviours);
    return { ok: true };
  });
  app.put<PhoneRoute>(`${path}/clock`, async (request) => {
    world.setClockOffset(request.params.phone, parseControl(clockSchema, request.body).offsetMs);
    return { ok: true };
  });
  for (const verdict of ['release', 'drop'] as const) {
    app.post<PhoneRoute>(`${path}/${verdict}`, async (request) => {
      world.settleHeld(request.params.phone, verdict, parseControl(heldSchema, request.body ?? {}).wamid);
      return { ok: true };
    });
  }
}

function registerActRoutes(app: FastifyInstance, { owners }: CloudWorld): void {
  const path = '/_emulator/phones/:phone';

  app.post<PhoneRoute>(`${path}/replies`, async (request, reply) => {
    const { text, ...options } = parseControl(replySchema, request.body);
    const wamid = owners.write(request.params.phone, { type: 'text', text }, options);
    return reply.code(201).send({ wamid });
  });
  app.post<PhoneRoute>(`${path}/messages`, async (request, reply) => {
    const { content, ...options } = parseControl(messageSchema, request.body);
    return reply.code(201).send({ wamid: owners.write(request.params.phone, content, options) });
  });
  app.post<PhoneRoute>(`${path}/taps`, async (request, reply) => {
    const { id, wamid } = parseControl(tapSchema, request.body);
    return reply.code(201).send({ wamid: owners.tap(request.params.phone, id, wamid) });
  });
  app.post<PhoneRoute>(`${path}/calls`, async (request, reply) => {
    const { phoneNumberId } = parseControl(callSchema, request.body ?? {});
    return reply.code(201).send({ callId: owners.call(request.params.phone, phoneNumberId) });
  });
  app.put<PhoneRoute>(`${path}/marketing`, async (request) => {
    owners.prefer(request.params.phone, parseControl(preferenceSchema, request.body).value);
    return { ok: true };
  });
  app.put<PhoneRoute>(`${path}/presence`, async (request) => {
    owners.setPresence(request.params.phone, parseControl(presenceSchema, request.body).presence);
    return { ok: true };
  });
  app.put<PhoneRoute>(`${path}/number`, async (request) => {
    owners.changeNumber(request.params.phone, parseControl(numberSchema, request.body).to);
    return { ok: true };
  });
  app.put<PhoneRoute>(`${path}/user-id`, async (request) => {
    owners.changeUserId(request.params.phone, parseControl(userIdSchema, request.body).to);
    return { ok: true };
  });
}

function toView(phone: Phone, world: CloudWorld): Record<string, unknown> {
  return {
    phone: toPhoneName(phone.identity),
    clockOffsetMs: phone.clockOffsetMs,
    presence: phone.presence,
    hasStoppedMarketing: phone.hasStoppedMarketing,
    windows: world.senders().flatMap(({ phoneNumberId }) => {
      const endsAt = phone.findWindowEnd(phoneNumberId);
      return endsAt === undefined ? [] : [{ phoneNumberId, endsAt }];
    }),
    received: world.received(phone.identity.key),
    entries: phone.entries(),
  };
}
