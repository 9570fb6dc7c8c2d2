// Listens to one of the server's streams for as long as it is wanted: a connection that breaks is made anew, after a while
// that grows, and at once when the browser is online again.

import { client } from '../api/client.ts';
import { retryDelayMs } from './retry-delay.ts';

/** `lost`: what was told last may be old. */
export type Standing = 'connecting' | 'live' | 'lost';

export interface StreamOptions<Body> {
  /** Of the events. */
  readonly event: string;
  readonly onBody: (body: Body) => void;
  readonly onStanding: (standing: Standing) => void;
}

/** @returns stops listening */
export function followStream<Body>(
  path: string,
  { event, onBody, onStanding }: StreamOptions<Body>,
): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tries = 0;

  function open(): void {
    clearTimeout(timer);
    source?.close();
    source = new EventSource(path);
    source.addEventListener(event, ({ data }: MessageEvent<string>) => {
      tries = 0;
      onStanding('live');
      onBody(JSON.parse(data));
    });
    source.onerror = retry;
  }

  function retry(): void {
    source?.close();
    tries += 1;
    onStanding('lost');
    // A stream does not say why it ended: perhaps the session has, which the client tells the page.
    if (tries === 1) client.session().catch(() => undefined);
    timer = setTimeout(open, retryDelayMs(tries, Math.random()));
  }

  onStanding('connecting');
  open();
  addEventListener('online', open);
  return () => {
    removeEventListener('online', open);
    clearTimeout(timer);
    source?.close();
  };
}
