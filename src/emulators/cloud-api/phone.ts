// One emulated phone: what was accepted for it, what reached it, what its owner wrote, its window and its clock.
// Each accepted POST is exactly one message here, so duplicates a person would see can be counted.

import { type Identity, toPhoneName } from './identity.ts';
import type { MessageStatus } from './timeline.ts';

const WINDOW_MS = 24 * 60 * 60 * 1000;

/** A message of the business to this phone. Times are ISO 8601 on the phone's clock. */
export interface PhoneMessage {
  readonly wamid: string;
  readonly phoneNumberId: string;
  readonly type: string;
  readonly text: string;
  readonly template?: string;
  /** `biz_opaque_callback_data`, echoed in every status. */
  readonly token?: string;
  readonly acceptedAt: string;
  readonly held: boolean;
  /** When it reached the phone (delivered or read); absent: the person never saw it. */
  readonly receivedAt?: string;
  readonly statuses: readonly {
    readonly status: MessageStatus;
    readonly at: string;
    readonly code?: number;
  }[];
}

/** A message that the phone's owner wrote. */
export interface PhoneReply {
  readonly wamid: string;
  readonly phoneNumberId: string;
  readonly text: string;
  readonly at: string;
  /** The message it quotes. */
  readonly context?: string;
}

export type PhoneEntry =
  | { readonly kind: 'message'; readonly message: PhoneMessage }
  | { readonly kind: 'reply'; readonly reply: PhoneReply };

export class Phone {
  readonly identity: Identity;
  /** Added to the emulator's clock; a rehearsed person's offset (DESIGN 10.1). */
  clockOffsetMs = 0;
  readonly profileName: string;
  readonly #now: () => number;
  readonly #windowEndsAtMs = new Map<string, number>();
  readonly #entries: PhoneEntry[] = [];
  readonly #positions = new Map<string, number>();

  constructor(identity: Identity, now: () => number) {
    this.identity = identity;
    this.profileName = toPhoneName(identity);
    this.#now = now;
  }

  /** The phone's time in milliseconds since the epoch. */
  nowMs(): number {
    return this.#now() + this.clockOffsetMs;
  }

  nowIso(): string {
    return new Date(this.nowMs()).toISOString();
  }

  /** Whether free-form messages of `phoneNumberId` may be delivered (F§4.1). */
  isWindowOpen(phoneNumberId: string): boolean {
    return (this.#windowEndsAtMs.get(phoneNumberId) ?? Number.NEGATIVE_INFINITY) > this.nowMs();
  }

  /** ISO time at which the window to `phoneNumberId` ends or ended; undefined when it never was open. */
  findWindowEnd(phoneNumberId: string): string | undefined {
    const endsAtMs = this.#windowEndsAtMs.get(phoneNumberId);
    return endsAtMs === undefined ? undefined : new Date(endsAtMs).toISOString();
  }

  accept(message: PhoneMessage): void {
    this.#positions.set(message.wamid, this.#entries.length);
    this.#entries.push({ kind: 'message', message });
  }

  write(reply: PhoneReply): void {
    this.#windowEndsAtMs.set(reply.phoneNumberId, this.nowMs() + WINDOW_MS);
    this.#entries.push({ kind: 'reply', reply });
  }

  /** Records a status; delivered or read, whichever is first, is the moment at which the phone received it. */
  advance(wamid: string, status: MessageStatus, code?: number): void {
    this.#change(wamid, (message) => {
      const at = this.nowIso();
      const reached = (status === 'delivered' || status === 'read') && message.receivedAt === undefined;
      return {
        ...message,
        statuses: [...message.statuses, { status, at, ...(code === undefined ? {} : { code }) }],
        ...(reached ? { receivedAt: at } : {}),
      };
    });
  }

  /** Ends the quality assessment of a held message. */
  unhold(wamid: string): void {
    this.#change(wamid, (message) => ({ ...message, held: false }));
  }

  entries(): readonly PhoneEntry[] {
    return this.#entries;
  }

  /** Every accepted message, whatever became of it. */
  messages(): readonly PhoneMessage[] {
    return this.#entries.flatMap((entry) => (entry.kind === 'message' ? [entry.message] : []));
  }

  #change(wamid: string, change: (message: PhoneMessage) => PhoneMessage): void {
    const position = this.#positions.get(wamid);
    const entry = position === undefined ? undefined : this.#entries[position];
    if (position === undefined || entry?.kind !== 'message') return;
    this.#entries[position] = { kind: 'message', message: change(entry.message) };
  }
}
