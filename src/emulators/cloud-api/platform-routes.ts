// The part of the control API that sets what the emulated Meta knows besides phones: the app, accounts, numbers and
// templates.

import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import type { CloudWorld } from './cloud-world.ts';
import { parseControl, withoutUndefined } from './control-body.ts';
import { accountPatchSchema } from './platform/account.ts';
import { appPatchSchema } from './platform/app.ts';
import { numberPatchSchema } from './platform/number.ts';
import { givenTemplateSchema, templatePatchSchema } from './platform/template.ts';

const templatesSchema = z.strictObject({ templates: z.array(givenTemplateSchema) });
const templateChangeSchema = templatePatchSchema.extend({ language: z.string().optional() });

interface IdRoute {
  Params: { id: string };
}

export function registerPlatformRoutes(app: FastifyInstance, world: CloudWorld): void {
  const { platform } = world;

  app.put('/_emulator/app', async (request) => {
    platform.changeApp(withoutUndefined(parseControl(appPatchSchema, request.body)));
    return platform.app;
  });
  app.put<IdRoute>('/_emulator/accounts/:id', async (request) => {
    const id = platform.accountIdOrThrow(request.params.id);
    platform.accounts.change(id, withoutUndefined(parseControl(accountPatchSchema, request.body)));
    return platform.accounts.of(id);
  });
  app.put<IdRoute>('/_emulator/numbers/:id', async (request) => {
    const { phoneNumberId } = platform.senderOrThrow(request.params.id);
    platform.numbers.change(phoneNumberId, withoutUndefined(parseControl(numberPatchSchema, request.body)));
    return platform.numbers.of(phoneNumberId);
  });
  app.post<IdRoute>('/_emulator/accounts/:id/templates', async (request, reply) => {
    const id = platform.accountIdOrThrow(request.params.id);
    const { templates } = parseControl(templatesSchema, request.body);
    return reply
      .code(201)
      .send({ ids: templates.map((template) => platform.templates.add(id, template).id) });
  });
  /** In every account and, without `language`, in every language. */
  app.put<{ Params: { name: string } }>('/_emulator/templates/:name', async (request) => {
    const { name } = request.params;
    const { language, ...patch } = withoutUndefined(parseControl(templateChangeSchema, request.body));
    const key = language === undefined ? { name } : { name, language };
    return { changed: platform.templates.changeMatching(key, patch).map(({ id }) => id) };
  });
}
