// The HTTP shell that every emulator stands on: a silent fastify server on loopback that can be closed while
// clients still hold connections open (scripted time-outs never answer).

import Fastify, { type FastifyInstance } from 'fastify';

export interface ListenOptions {
  /** Default 127.0.0.1: an emulator has no business on other addresses. */
  readonly host?: string | undefined;
  /** Default 0: any free port. */
  readonly port?: number | undefined;
}

export function createEmulatorApp(): FastifyInstance {
  return Fastify({ logger: false, forceCloseConnections: true, bodyLimit: 1_048_576 });
}

/** Starts listening and returns the base URL, without a trailing slash. */
export async function listenOnLoopback(app: FastifyInstance, options: ListenOptions): Promise<string> {
  return app.listen({ host: options.host ?? '127.0.0.1', port: options.port ?? 0 });
}
