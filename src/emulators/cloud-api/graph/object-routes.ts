// `/{version}/{id}`: what an id alone stands for. Meta's ids don't tell; here too it is looked up among numbers, accounts,
// templates and media.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { authenticate, unknownObject } from '../authenticate.ts';
import type { CloudWorld } from '../cloud-world.ts';
import { toAccountFields } from './account-fields.ts';
import { type FieldsOf, pickFields } from './fields.ts';
import { type GraphRoute, OBJECT_PATH, openManagementCall } from './management.ts';
import { toMediaView } from './media-routes.ts';
import { toNumberFields } from './number-fields.ts';
import { toTemplateFields } from './template-fields.ts';
import { editTemplate } from './template-routes.ts';

export function registerObjectRoutes(app: FastifyInstance, world: CloudWorld): void {
  const { platform } = world;

  app.get<GraphRoute>(OBJECT_PATH, async (request, reply) => {
    const { id, version } = request.params;
    authenticate(request, platform.app);
    const media = platform.media.find(id);
    if (media !== undefined) {
      authenticate(request, platform.app, 'whatsapp_business_messaging');
      return toMediaView(media, `${request.protocol}://${request.host}/${version}`);
    }
    const node = findNode(world, request, reply);
    return pickFields(node, request.query.fields);
  });

  app.post<GraphRoute>(OBJECT_PATH, async (request, reply) => {
    const { id } = request.params;
    authenticate(request, platform.app);
    const template = platform.templates.findById(id);
    if (template === undefined) throw unknownObject(id, 'post');
    const { accountId } = template;
    openManagementCall({ world, request, reply, accountId, about: 'template' });
    editTemplate(platform, template, request.body);
    return { success: true };
  });

  app.delete<GraphRoute>(OBJECT_PATH, async (request) => {
    const { id } = request.params;
    authenticate(request, platform.app, 'whatsapp_business_messaging');
    if (!platform.media.delete(id)) throw unknownObject(id, 'delete');
    return { success: true };
  });
}

function findNode(world: CloudWorld, request: FastifyRequest<GraphRoute>, reply: FastifyReply): FieldsOf {
  const { platform } = world;
  const { id } = request.params;
  const call = { world, request, reply };
  const sender = platform.findSender(id);
  if (sender !== undefined) {
    openManagementCall({ ...call, accountId: sender.businessAccountId, about: 'account' });
    return toNumberFields(platform, sender);
  }
  const template = platform.templates.findById(id);
  if (template !== undefined) {
    openManagementCall({ ...call, accountId: template.accountId, about: 'template' });
    return toTemplateFields(platform, template);
  }
  if (!platform.isAccount(id)) throw unknownObject(id, 'get');
  openManagementCall({ ...call, accountId: id, about: 'account' });
  return toAccountFields(platform, id);
}
