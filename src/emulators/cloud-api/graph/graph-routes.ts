// The Graph API around the sending of messages: objects by id, accounts, templates, media, tokens.

import type { FastifyInstance } from 'fastify';
import type { CloudWorld } from '../cloud-world.ts';
import { registerAccountRoutes } from './account-routes.ts';
import { registerMediaRoutes } from './media-routes.ts';
import { registerObjectRoutes } from './object-routes.ts';
import { registerTemplateRoutes } from './template-routes.ts';
import { registerTokenRoutes } from './token-routes.ts';

export function registerGraphRoutes(app: FastifyInstance, world: CloudWorld): void {
  registerTokenRoutes(app, world);
  registerAccountRoutes(app, world);
  registerTemplateRoutes(app, world);
  registerMediaRoutes(app, world);
  registerObjectRoutes(app, world);
}
