// What Meta shows of a number, its account, its subscribed apps and its templates (GET, as its OpenAPI description has
// them): what an operator's check of token and permissions asks for.

import type { FastifyInstance } from 'fastify';
import { authenticate, unknownObject } from './authenticate.ts';
import type { CloudWorld } from './cloud-world.ts';

export interface EmulatedTemplate {
  readonly name: string;
  readonly language: string;
  readonly status: string;
  readonly category: string;
}

export interface GraphObjectOptions {
  readonly world: CloudWorld;
  readonly accessToken: string;
  readonly templates: readonly EmulatedTemplate[];
}

interface Route {
  Params: { version: string; id: string };
}

export function registerGraphObjects(
  app: FastifyInstance,
  { world, accessToken, templates }: GraphObjectOptions,
): void {
  app.get<Route>('/:version(^v\\d+\\.\\d+$)/:id', async (request) => {
    authenticate(request, accessToken);
    const { id } = request.params;
    const sender = world.findSender(id);
    if (sender !== undefined) {
      return {
        id,
        display_phone_number: sender.displayPhoneNumber,
        verified_name: 'Emulated Shop',
        quality_rating: 'GREEN',
      };
    }
    assertAccount(world, id);
    return {
      id,
      name: 'Emulated account',
      currency: 'USD',
      timezone_id: '1',
      message_template_namespace: 'emulated',
    };
  });

  app.get<Route>('/:version(^v\\d+\\.\\d+$)/:id/subscribed_apps', async (request) => {
    authenticate(request, accessToken);
    assertAccount(world, request.params.id);
    if (!world.outbox.hasUrl()) return { data: [] };
    const link = 'https://www.facebook.com/games/?app_id=300000000000001';
    return { data: [{ whatsapp_business_api_data: { id: '300000000000001', name: 'Emulated app', link } }] };
  });

  app.get<Route>('/:version(^v\\d+\\.\\d+$)/:id/message_templates', async (request) => {
    authenticate(request, accessToken);
    assertAccount(world, request.params.id);
    const data = templates.map((template, index) => ({
      ...template,
      components: [],
      id: `${400_000 + index}`,
    }));
    return { data, paging: { cursors: { before: 'MAZDZD', after: 'MjQZD' } } };
  });
}

function assertAccount(world: CloudWorld, id: string): void {
  if (!world.senders().some(({ businessAccountId }) => businessAccountId === id))
    throw unknownObject(id, 'get');
}
