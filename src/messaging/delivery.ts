// The port between the send activity and channel clients, and the classes of what an attempt can come to
// (DESIGN 7.2). A client never throws: it classifies. Pure types.

import type {
  Channel,
  DirectSend,
  MessageCategory,
  OutgoingMessage,
  Recipient,
  SenderIdentity,
} from './message.ts';
import type { MessageOutcome } from './outcomes.ts';

export interface DeliveryRequest {
  readonly sender: SenderIdentity;
  readonly to: Recipient;
  readonly message: OutgoingMessage;
  /** Opaque attempt token; travels with the message so that evidence finds its attempt without the answer. */
  readonly token: string;
  /** What the provider calls the message that this one quotes, reacts to or marks as read. */
  readonly about?: string;
  /** Decides which addresses it may go to, where it is known. */
  readonly category?: MessageCategory;
  /** Outside the window without a template, where the gate allows that (F§5.4). */
  readonly directSend?: DirectSend;
  /** Aborts when the worker shuts down past its grace; what left by then is `unknown`. */
  readonly signal?: AbortSignal;
}

/** How a failure may be tried again. `park`: an operator has to act first. */
export type RetryAdvice = 'never' | 'transient' | 'rate' | 'park';

export interface Failure {
  /** The provider's code as a string, e.g. `131049`; or ours, e.g. `http_404`. */
  readonly code: string;
  readonly outcome: MessageOutcome;
  readonly retry: RetryAdvice;
  /** Earliest next try in milliseconds from now, where the provider says so. */
  readonly retryAfterMs?: number;
}

/** How a message went to its provider, where there is more than one way: the last that was tried. Durable. */
export type DeliveryRoute = 'messages' | 'marketing_messages' | 'direct-send';

/** A send's way out and what came of it: of an attempt that took several, the last. */
export type Delivery = DeliveryResult & { readonly route?: DeliveryRoute };

export type DeliveryResult =
  /** 2xx with a message id, or for a read receipt without. `held`: Meta's pacing keeps it back (F§4.5). */
  | {
      readonly result: 'accepted';
      readonly providerMessageId?: string;
      readonly held?: true;
      readonly httpStatus: number;
    }
  /** The provider said no in its own words: proved not sent. */
  | { readonly result: 'refused'; readonly failure: Failure; readonly httpStatus: number }
  /** Proved not sent: DNS, refused connection, TLS, aborted before any byte left. */
  | { readonly result: 'not-sent'; readonly reason: string }
  /** Bytes left and no readable answer came: it may or may not have been sent. */
  | { readonly result: 'unknown'; readonly reason: string; readonly httpStatus?: number };

/** One provider's client. `deliver` never rejects. */
export interface ChannelClient {
  readonly channel: Channel;
  deliver(request: DeliveryRequest): Promise<Delivery>;
}
