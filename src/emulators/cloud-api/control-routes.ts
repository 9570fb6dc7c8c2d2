// The control API under `/_emulator`: what the started object's methods do, over HTTP, for other processes and
// for people with curl. Loopback only, JSON only, no authentication; it does not exist at Meta. `../README.md` lists it.

import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import type { CloudWorld } from './cloud-world.ts';
import { parseControl, withoutUndefined } from './control-body.ts';
import { registerPhoneRoutes, scriptSchema } from './phone-routes.ts';
import { registerPlatformRoutes } from './platform-routes.ts';
import { parseRuleChange } from './rules/rule-settings.ts';
import { toOrderedValue, webhookOrderSchema } from './webhook-builders.ts';
import { webhookShapePatchSchema } from './webhook-shape.ts';

const webhookSchema = z.strictObject({ url: z.url() });
const deliverySchema = z.strictObject({
  duplicates: z.int().min(0).max(10).optional(),
  shuffleSeed: z.int().nullable().optional(),
  batch: z.int().min(1).max(1000).optional(),
  flushMs: z.int().min(0).max(60_000).optional(),
});

interface NameRoute {
  Params: { name: string };
}

export function registerControlRoutes(app: FastifyInstance, world: CloudWorld): void {
  registerPhoneRoutes(app, world);
  registerPlatformRoutes(app, world);
  registerWebhookRoutes(app, world);

  app.get('/_emulator/rules', async () => world.rules.settings);
  app.put<NameRoute>('/_emulator/rules/:name', async (request) => {
    world.rules.change(parseRuleChange(request.params.name, request.body));
    return world.rules.settings;
  });
  app.put<NameRoute>('/_emulator/templates/:name/script', async (request) => {
    world.scriptTemplate(request.params.name, parseControl(scriptSchema, request.body).behaviours);
    return { ok: true };
  });
  for (const verdict of ['release', 'drop'] as const) {
    app.post<NameRoute>(`/_emulator/templates/:name/${verdict}`, async (request) => {
      world.settleTemplate(request.params.name, verdict);
      return { ok: true };
    });
  }
  app.get<{ Querystring: { to?: string } }>('/_emulator/requests', async (request) => ({
    requests: world.requests(request.query.to),
  }));
  app.get('/_emulator/idle', async () => {
    await world.idle();
    return { ok: true };
  });
  app.post('/_emulator/reset', async () => {
    world.reset();
    return { ok: true };
  });
}

function registerWebhookRoutes(app: FastifyInstance, world: CloudWorld): void {
  app.get('/_emulator/webhooks', async () => world.outbox.counts());
  app.post('/_emulator/webhooks', async (request, reply) => {
    const order = parseControl(webhookOrderSchema, request.body);
    const value = toOrderedValue(world.platform, order);
    world.tell(order.field, value, order.accountId);
    return reply.code(201).send({ field: order.field, value });
  });
  app.put('/_emulator/webhook', async (request) => {
    world.outbox.setUrl(parseControl(webhookSchema, request.body).url);
    return { ok: true };
  });
  app.put('/_emulator/delivery', async (request) => {
    world.outbox.setDelivery(withoutUndefined(parseControl(deliverySchema, request.body)));
    return { ok: true };
  });
  app.put('/_emulator/shape', async (request) => {
    world.setShape(withoutUndefined(parseControl(webhookShapePatchSchema, request.body)));
    return world.shape;
  });
}
