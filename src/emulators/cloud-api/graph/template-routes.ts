// Templates of an account: listed, created, edited, un-paused, deleted (F§1.6, F§4.6, Meta's OpenAPI description).

import type { FastifyInstance } from 'fastify';
import { authenticate, unknownObject } from '../authenticate.ts';
import type { CloudWorld } from '../cloud-world.ts';
import type { GraphError } from '../graph-error.ts';
import type { Platform } from '../platform/platform.ts';
import type { Template } from '../platform/template.ts';
import { pickFields } from './fields.ts';
import { type GraphRoute, OBJECT_PATH, openAccountCall, openManagementCall } from './management.ts';
import { parseEditedTemplate, parseNewTemplate, templateError } from './new-template.ts';
import { toPage } from './paging.ts';
import { toTemplateFields } from './template-fields.ts';

/** How many a verified business may have (F§1.3). */
const MOST_TEMPLATES = 6_000;
const FILTERS = ['name', 'status', 'category', 'language'] as const;

export function registerTemplateRoutes(app: FastifyInstance, world: CloudWorld): void {
  const { platform } = world;
  const path = `${OBJECT_PATH}/message_templates`;

  app.get<GraphRoute>(path, async (request, reply) => {
    const accountId = request.params.id;
    openAccountCall({ world, request, reply, accountId, about: 'template' }, 'get');
    const matching = platform.templates
      .list(accountId)
      .filter((template) => isAskedFor(template, request.query));
    const { items, paging } = toPage(matching, request);
    const data = items.map((item) => pickFields(toTemplateFields(platform, item), request.query.fields));
    return { data, ...(paging && { paging }) };
  });

  app.post<GraphRoute>(path, async (request, reply) => {
    const accountId = request.params.id;
    openAccountCall({ world, request, reply, accountId, about: 'template' }, 'post');
    const { id, status, category } = createTemplate(platform, accountId, request.body);
    return { id, status, category };
  });

  app.delete<GraphRoute>(path, async (request, reply) => {
    const accountId = request.params.id;
    openAccountCall({ world, request, reply, accountId, about: 'template' }, 'delete');
    const { name = '', hsm_id: id } = request.query;
    const matching = platform.templates.matching({ name, accountId });
    const doomed = id === undefined ? matching : matching.filter((template) => template.id === id);
    if (doomed.length === 0) {
      throw templateError(2593002, 'Template not found', 'No template of this account has this name or id.');
    }
    platform.templates.delete(doomed);
    return { success: true };
  });

  app.post<GraphRoute>(`${OBJECT_PATH}/unpause`, async (request, reply) => {
    const { id } = request.params;
    authenticate(request, platform.app);
    const template = platform.templates.findById(id);
    if (template === undefined) throw unknownObject(id, 'post');
    const { accountId } = template;
    openManagementCall({ world, request, reply, accountId, about: 'template' });
    if (template.status !== 'PAUSED') throw cannotChangeNow('Only a paused template can be un-paused.');
    platform.templates.change(id, { status: 'APPROVED' });
    return { success: true };
  });
}

/** What was edited is reviewed anew. @throws GraphError 100 with subcode 2388039 while it is being reviewed */
export function editTemplate(platform: Platform, template: Template, body: unknown): void {
  const edited = parseEditedTemplate(body, template.category);
  if (!['APPROVED', 'REJECTED', 'PAUSED'].includes(template.status)) {
    throw cannotChangeNow(`A template that is ${template.status} cannot be edited.`);
  }
  platform.templates.change(template.id, {
    status: platform.accounts.of(template.accountId).templateReview,
    ...(edited.category && { category: edited.category }),
    ...(edited.components && { components: edited.components }),
    ...(edited.message_send_ttl_seconds && { ttlSeconds: edited.message_send_ttl_seconds }),
  });
}

function createTemplate(platform: Platform, accountId: string, body: unknown): Template {
  const created = parseNewTemplate(body);
  const { name, language } = created;
  if (platform.templates.matching({ name, language, accountId }).length > 0) {
    throw templateError(
      2388024,
      'Content in this language already exists',
      `There is already ${language} content for this template.`,
    );
  }
  if (platform.templates.list(accountId).length >= MOST_TEMPLATES) {
    throw templateError(
      2388019,
      'Template limit reached',
      `An account has at most ${MOST_TEMPLATES} templates.`,
    );
  }
  const given = {
    name,
    language,
    category: created.category,
    status: platform.accounts.of(accountId).templateReview,
    components: created.components,
    ...(created.parameter_format && { parameterFormat: created.parameter_format }),
  };
  return platform.templates.add(accountId, given, created.message_send_ttl_seconds ?? null);
}

/** A filter is one value, several with commas, or a JSON array of them. */
function isAskedFor(template: Template, query: GraphRoute['Querystring']): boolean {
  return FILTERS.every((field) => {
    const asked = query[field];
    if (asked === undefined) return true;
    const values = asked.replace(/["[\]]/g, '').split(',');
    return values.some((value) => value.trim() === template[field]);
  });
}

function cannotChangeNow(message: string): GraphError {
  return templateError(2388039, 'The status cannot be changed now', message);
}
