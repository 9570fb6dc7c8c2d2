// `GET /debug_token`: what a token is good for, so that a missing permission can be told before a send fails.

import type { FastifyInstance } from 'fastify';
import { authenticate } from '../authenticate.ts';
import type { CloudWorld } from '../cloud-world.ts';
import { GraphError } from '../graph-error.ts';
import { APP_ID } from '../platform/app.ts';

interface Route {
  Querystring: { input_token?: string };
}

export function registerTokenRoutes(app: FastifyInstance, world: CloudWorld): void {
  const { platform } = world;
  for (const path of ['/debug_token', '/:version(^v\\d+\\.\\d+$)/debug_token']) {
    app.get<Route>(path, async (request) => {
      authenticate(request, platform.app);
      const { input_token: token } = request.query;
      if (token === undefined) {
        const title = '(#100) The parameter input_token is required.';
        throw new GraphError({ code: 100, plain: true, title });
      }
      const { accessTokens, expiredTokens, permissions, tokensExpireAt } = platform.app;
      const isValid = accessTokens.includes(token) && !expiredTokens.includes(token);
      const accountIds = [...new Set(platform.senders.map(({ businessAccountId }) => businessAccountId))];
      return {
        data: {
          app_id: APP_ID,
          type: 'SYSTEM_USER',
          application: 'Emulated app',
          is_valid: isValid,
          expires_at: tokensExpireAt,
          scopes: isValid ? permissions : [],
          granular_scopes: isValid ? permissions.map((scope) => ({ scope, target_ids: accountIds })) : [],
        },
      };
    });
  }
}
