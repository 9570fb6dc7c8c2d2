// Edges of an account: its numbers and the apps that get its webhooks (Meta's OpenAPI description).

import type { FastifyInstance } from 'fastify';
import type { CloudWorld } from '../cloud-world.ts';
import { GraphError } from '../graph-error.ts';
import { APP_ID } from '../platform/app.ts';
import { pickFields } from './fields.ts';
import { type GraphRoute, OBJECT_PATH, openAccountCall } from './management.ts';
import { toNumberFields } from './number-fields.ts';
import { toPage } from './paging.ts';

const EMULATED_APP = {
  whatsapp_business_api_data: {
    id: APP_ID,
    name: 'Emulated app',
    link: `https://www.facebook.com/games/?app_id=${APP_ID}`,
  },
};

export function registerAccountRoutes(app: FastifyInstance, world: CloudWorld): void {
  const { platform, outbox } = world;

  app.get<GraphRoute>(`${OBJECT_PATH}/phone_numbers`, async (request, reply) => {
    const accountId = request.params.id;
    openAccountCall({ world, request, reply, accountId, about: 'account' }, 'get');
    const numbers = platform
      .sendersOf(accountId)
      .map((sender) => ({ id: sender.phoneNumberId, node: toNumberFields(platform, sender) }));
    const { items, paging } = toPage(numbers, request);
    return {
      data: items.map(({ node }) => pickFields(node, request.query.fields)),
      ...(paging && { paging }),
    };
  });

  app.get<GraphRoute>(`${OBJECT_PATH}/subscribed_apps`, async (request, reply) => {
    const accountId = request.params.id;
    openAccountCall({ world, request, reply, accountId, about: 'account' }, 'get');
    const isHeard = platform.accounts.of(accountId).isSubscribed && outbox.hasUrl();
    return { data: isHeard ? [EMULATED_APP] : [] };
  });

  app.post<GraphRoute>(`${OBJECT_PATH}/subscribed_apps`, async (request, reply) => {
    const accountId = request.params.id;
    openAccountCall({ world, request, reply, accountId, about: 'account' }, 'post');
    assertNoOverride(request.body);
    platform.accounts.change(accountId, { isSubscribed: true });
    return { success: true };
  });

  app.delete<GraphRoute>(`${OBJECT_PATH}/subscribed_apps`, async (request, reply) => {
    const accountId = request.params.id;
    openAccountCall({ world, request, reply, accountId, about: 'account' }, 'delete');
    platform.accounts.change(accountId, { isSubscribed: false });
    return { success: true };
  });
}

/** A gap that says so: webhooks go to one address here, not to one for each account (F§2.1). */
function assertNoOverride(body: unknown): void {
  if (typeof body !== 'object' || body === null || !('override_callback_uri' in body)) return;
  throw new GraphError({
    code: 100,
    plain: true,
    title: '(#100) override_callback_uri is not emulated: set the address with PUT /_emulator/webhook',
  });
}
