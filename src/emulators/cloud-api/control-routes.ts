// The control API under `/_emulator`: what the started object's methods do, over HTTP, for other processes and
// for people with curl. Loopback only, JSON only, no authentication; it does not exist at Meta.

import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { behaviourSchema } from './behaviour.ts';
import type { CloudWorld } from './cloud-world.ts';
import { parseControl, withoutUndefined } from './control-body.ts';
import { toPhoneName } from './identity.ts';
import type { Phone } from './phone.ts';
import { registerPlatformRoutes } from './platform-routes.ts';

const scriptSchema = z.strictObject({ behaviours: z.array(behaviourSchema) });
const clockSchema = z.strictObject({ offsetMs: z.int() });
const replySchema = z.strictObject({
  text: z.string().min(1).max(4096),
  context: z.string().optional(),
  phoneNumberId: z.string().optional(),
});
const tapSchema = z.strictObject({ id: z.string().min(1).max(256), wamid: z.string().optional() });
const heldSchema = z.strictObject({ wamid: z.string().optional() });
const webhookSchema = z.strictObject({ url: z.url() });
const deliverySchema = z.strictObject({
  duplicates: z.int().min(0).max(10).optional(),
  shuffleSeed: z.int().nullable().optional(),
  batch: z.int().min(1).max(1000).optional(),
  flushMs: z.int().min(0).max(60_000).optional(),
});

interface PhoneRoute {
  Params: { phone: string };
}

export function registerControlRoutes(app: FastifyInstance, world: CloudWorld): void {
  registerPhoneRoutes(app, world);
  registerPlatformRoutes(app, world);

  app.put<{ Params: { name: string } }>('/_emulator/templates/:name/script', async (request) => {
    world.scriptTemplate(request.params.name, parseControl(scriptSchema, request.body).behaviours);
    return { ok: true };
  });
  app.get<{ Querystring: { to?: string } }>('/_emulator/requests', async (request) => ({
    requests: world.requests(request.query.to),
  }));
  app.get('/_emulator/webhooks', async () => world.outbox.counts());
  app.put('/_emulator/webhook', async (request) => {
    world.outbox.setUrl(parseControl(webhookSchema, request.body).url);
    return { ok: true };
  });
  app.put('/_emulator/delivery', async (request) => {
    world.outbox.setDelivery(withoutUndefined(parseControl(deliverySchema, request.body)));
    return { ok: true };
  });
  app.get('/_emulator/idle', async () => {
    await world.idle();
    return { ok: true };
  });
  app.post('/_emulator/reset', async () => {
    world.reset();
    return { ok: true };
  });
}

function registerPhoneRoutes(app: FastifyInstance, world: CloudWorld): void {
  app.get('/_emulator/phones', async () => ({ phones: world.phones().map((phone) => toView(phone, world)) }));
  app.get<PhoneRoute>('/_emulator/phones/:phone', async (request) =>
    toView(world.phone(request.params.phone), world),
  );
  app.put<PhoneRoute>('/_emulator/phones/:phone/script', async (request) => {
    world.script(request.params.phone, parseControl(scriptSchema, request.body).behaviours);
    return { ok: true };
  });
  app.put<PhoneRoute>('/_emulator/phones/:phone/clock', async (request) => {
    world.setClockOffset(request.params.phone, parseControl(clockSchema, request.body).offsetMs);
    return { ok: true };
  });
  app.post<PhoneRoute>('/_emulator/phones/:phone/replies', async (request, reply) => {
    const { text, ...options } = parseControl(replySchema, request.body);
    const wamid = world.reply(request.params.phone, text, options);
    return reply.code(201).send({ wamid });
  });
  app.post<PhoneRoute>('/_emulator/phones/:phone/taps', async (request, reply) => {
    const { id, wamid } = parseControl(tapSchema, request.body);
    return reply.code(201).send({ wamid: world.tap(request.params.phone, id, wamid) });
  });
  for (const verdict of ['release', 'drop'] as const) {
    app.post<PhoneRoute>(`/_emulator/phones/:phone/${verdict}`, async (request) => {
      world.settleHeld(request.params.phone, verdict, parseControl(heldSchema, request.body ?? {}).wamid);
      return { ok: true };
    });
  }
}

function toView(phone: Phone, world: CloudWorld): Record<string, unknown> {
  return {
    phone: toPhoneName(phone.identity),
    clockOffsetMs: phone.clockOffsetMs,
    windows: world.senders().flatMap(({ phoneNumberId }) => {
      const endsAt = phone.findWindowEnd(phoneNumberId);
      return endsAt === undefined ? [] : [{ phoneNumberId, endsAt }];
    }),
    received: world.received(phone.identity.key),
    entries: phone.entries(),
  };
}
