// Who may use the emulated Graph API, and what is said of objects that nobody may see. As Meta words it.

import type { FastifyRequest } from 'fastify';
import { GraphError } from './graph-error.ts';
import type { AppSettings, Permission } from './platform/app.ts';

/** @throws GraphError 0 without a token, 190 with a wrong or expired one, 10 or 200 without the permission (F§3.2) */
export function authenticate(request: FastifyRequest, app: AppSettings, permission?: Permission): void {
  const [, token] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? [];
  if (token === undefined) {
    throw new GraphError({
      code: 0,
      plain: true,
      title: 'An access token is required to request this resource.',
    });
  }
  assertGood(token, app);
  if (permission !== undefined && !app.permissions.includes(permission)) throw notPermitted(permission);
}

function assertGood(token: string, app: AppSettings): void {
  if (app.expiredTokens.includes(token)) {
    const title = 'Error validating access token: Session has expired';
    throw new GraphError({ code: 190, subcode: 463, plain: true, title });
  }
  if (!app.accessTokens.includes(token)) {
    const title = 'Invalid OAuth access token - Cannot parse access token';
    throw new GraphError({ code: 190, plain: true, title });
  }
}

function notPermitted(permission: Permission): GraphError {
  return permission === 'whatsapp_business_messaging'
    ? new GraphError({
        code: 10,
        plain: true,
        title: '(#10) Application does not have permission for this action',
      })
    : new GraphError({
        code: 200,
        plain: true,
        title: `(#200) Requires ${permission} permission to manage the object`,
      });
}

/** Meta says the same of an object that is not there and of one that the token may not see. */
export function unknownObject(id: string, method: 'get' | 'post' | 'delete'): GraphError {
  return new GraphError({
    code: 100,
    subcode: 33,
    plain: true,
    type: 'GraphMethodException',
    title: `Unsupported ${method} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation`,
  });
}
