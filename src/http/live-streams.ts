// Event streams of an application: each sends a body whenever it has changed, to all who listen, until they leave, may
// listen no longer, or the application closes.

import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { AppError } from './app-error.ts';
import { EventStream } from './event-stream.ts';
import { createSharedPolls } from './shared-polls.ts';

/** What `open` answers, for schemas of routes. */
export const eventStream = {
  description: 'An event at once and after each change, a comment every 15 seconds.',
  content: { 'text/event-stream': { schema: z.string() } },
};

export interface LiveStreamsOptions {
  /** Lets in who may make the request; asked again while they listen. @throws AppError */
  readonly letIn: (request: FastifyRequest) => Promise<void>;
  readonly log: FastifyBaseLogger;
}

export interface LiveStream<Value> {
  /** Name of its events. */
  readonly event: string;
  /** Of what is read: the same key, the same value. */
  readonly key: string;
  readonly read: () => Promise<Value>;
  /** Left out: the value itself. */
  readonly toBody?: (value: Value) => unknown;
}

export interface LiveStreams {
  /** Answers with a stream. For GET only: a HEAD would never end. */
  open<Value>(request: FastifyRequest, reply: FastifyReply, live: LiveStream<Value>): FastifyReply;
  /** Ends them all, so that a closing server need not wait for its listeners. */
  close(): void;
}

export function createLiveStreams({ letIn, log }: LiveStreamsOptions): LiveStreams {
  const polls = createSharedPolls({
    // Messages may quote personal data.
    onFailure: (error) => log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'not read'),
  });
  const streams = new Set<EventStream>();

  /** A database that is away says nothing about who may listen. */
  async function mayListen(request: FastifyRequest): Promise<boolean> {
    try {
      await letIn(request);
      return true;
    } catch (error) {
      return !(error instanceof AppError);
    }
  }

  return {
    open(request, reply, { event, key, read, toBody = (value) => value }) {
      const stream = new EventStream({ event, mayListen: () => mayListen(request) });
      const leave = polls.listen(key, read, {
        tell: (value) => stream.tell(toBody(value)),
        // Whoever comes again is told why nothing can be read.
        lose: () => stream.end(),
      });
      streams.add(stream);
      stream.once('close', () => {
        leave();
        streams.delete(stream);
      });
      return reply
        .type('text/event-stream')
        .headers({ 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
        .send(stream);
    },
    close() {
      for (const stream of streams) stream.end();
    },
  };
}
