// Every error of the server in the shape of the side it belongs to: Graph's for the API, `{code, message}` for
// the control API.

import type { FastifyError, FastifyInstance } from 'fastify';
import { EmulatorError } from '../emulator-error.ts';
import { GraphError } from './graph-error.ts';

export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>((error, _request, reply) => {
    if (error instanceof EmulatorError) {
      return reply.code(400).send({ code: error.code, message: error.message });
    }
    const graph = error instanceof GraphError ? error : fromServer(error);
    if (graph.retryAfterSeconds !== undefined) reply.header('retry-after', String(graph.retryAfterSeconds));
    return reply.code(graph.httpStatus).send(graph.toBody());
  });
  app.setNotFoundHandler((request, reply) => {
    const graph = new GraphError({
      code: 2500,
      httpStatus: 400,
      plain: true,
      title: `Unknown path components: ${request.url}`,
    });
    return reply.code(graph.httpStatus).send(graph.toBody());
  });
}

/** Broken JSON, a wrong content type, a body that is too large; or a bug of the emulator (500, code 1). */
function fromServer(error: FastifyError): GraphError {
  const httpStatus = error.statusCode ?? 500;
  return httpStatus < 500
    ? new GraphError({ code: 100, details: error.message })
    : new GraphError({ code: 1, httpStatus, details: error.message });
}
