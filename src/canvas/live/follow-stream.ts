// Listens to one of the server's streams for as long as it is wanted: a connection that breaks is made anew, after a while
// that grows, and at once when the browser is online again.

import { retryDelayMs } from './retry-delay.ts';

/** `lost`: what was told last may be old. */
export type Standing = 'connecting' | 'live' | 'lost';

export interface StreamOptions<Body> {
  /** Of the events. */
  readonly event: string;
  readonly onBody: (body: Body) => void;
  readonly onStanding: (standing: Standing) => void;
  /** Once each time that the connection is lost. A stream does not say why it ended. */
  readonly onLoss: () => void;
}

/** @returns stops listening */
export function followStream<Body>(
  path: string,
  { event, onBody, onStanding, onLoss }: StreamOptions<Body>,
): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tries = 0;

  function open(): void {
    clearTimeout(timer);
    leave();
    const opened = new EventSource(path);
    source = opened;
    opened.addEventListener(event, ({ data }: MessageEvent<string>) => {
      tries = 0;
      onStanding('live');
      onBody(JSON.parse(data));
    });
    // Some tell of an error also when they are left.
    opened.onerror = () => source === opened && retry();
  }

  function leave(): void {
    const left = source;
    source = undefined;
    left?.close();
  }

  function retry(): void {
    leave();
    tries += 1;
    onStanding('lost');
    if (tries === 1) onLoss();
    timer = setTimeout(open, retryDelayMs(tries, Math.random()));
  }

  onStanding('connecting');
  open();
  addEventListener('online', open);
  return () => {
    removeEventListener('online', open);
    clearTimeout(timer);
    leave();
  };
}
