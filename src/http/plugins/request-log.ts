// One log line per request, with the route's pattern in place of its path: paths and queries can hold ids that
// callers chose, and tokens.

import type { FastifyInstance } from 'fastify';

export function addRequestLog(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        tookMs: Math.round(reply.elapsedTime),
      },
      'request',
    );
  });
}
