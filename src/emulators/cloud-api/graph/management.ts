// What every management call goes through: the token and its permission, then the account's quota of calls (F§1.6).

import type { FastifyReply, FastifyRequest } from 'fastify';
import { authenticate, unknownObject } from '../authenticate.ts';
import type { CloudWorld } from '../cloud-world.ts';
import { GraphError } from '../graph-error.ts';

export interface GraphRoute {
  Params: { version: string; id: string };
  Querystring: Readonly<Record<string, string | undefined>>;
}

export const OBJECT_PATH = '/:version(^v\\d+\\.\\d+$)/:id';

export interface ManagementCall {
  readonly world: CloudWorld;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly accountId: string;
  /** Calls about templates complain with a code of their own. */
  readonly about: 'account' | 'template';
}

/** @throws GraphError 0, 190, 200 as `authenticate`; 80007 or 80008 when the quota is used up */
export function openManagementCall({ world, request, reply, accountId, about }: ManagementCall): void {
  const { app, accounts, quota } = world.platform;
  authenticate(request, app, 'whatsapp_business_management');
  const { isExhausted, header } = quota.take(accountId, accounts.of(accountId).managementCallsPerHour);
  reply.header('x-business-use-case-usage', header);
  if (!isExhausted) return;
  throw about === 'template'
    ? new GraphError({
        code: 80008,
        plain: true,
        title: '(#80008) There have been too many calls to this WhatsApp Business account.',
      })
    : new GraphError({ code: 80007 });
}

/**
 * For edges of an account: the token is looked at before the account is.
 * @throws GraphError 100 for what is no account, else as `openManagementCall`
 */
export function openAccountCall(call: ManagementCall, method: 'get' | 'post' | 'delete'): void {
  const { world, request, accountId } = call;
  authenticate(request, world.platform.app);
  if (!world.platform.isAccount(accountId)) throw unknownObject(accountId, method);
  openManagementCall(call);
}
