// One emulated phone: what was accepted for it, what reached it, what its owner wrote, its window and its clock.
// Each accepted POST is exactly one message here, so duplicates a person would see can be counted.

import type { PhoneChoice } from './choices.ts';
import { type Identity, toPhoneName } from './identity.ts';
import type { MessageStatus } from './timeline.ts';

/** `away`: switched off, messages wait. `not-on-whatsapp`: nobody is there. */
export const PRESENCES = ['online', 'away', 'not-on-whatsapp'] as const;
export type Presence = (typeof PRESENCES)[number];

const WINDOW_MS = 24 * 60 * 60 * 1000;

/** A message of the business to this phone. Times are ISO 8601 on the phone's clock. */
export interface PhoneMessage {
  readonly wamid: string;
  readonly phoneNumberId: string;
  readonly type: string;
  readonly text: string;
  readonly template?: string;
  /** What can be tapped to answer it. */
  readonly choices?: readonly PhoneChoice[];
  /** `biz_opaque_callback_data`, echoed in every status. */
  readonly token?: string;
  /** The message it quotes. */
  readonly context?: string;
  /** Of a reaction: the message that it is put on; an empty text takes it off. */
  readonly reactsTo?: string;
  readonly acceptedAt: string;
  readonly held: boolean;
  /** When it reached the phone (delivered or read); absent: the person never saw it. */
  readonly receivedAt?: string;
  readonly statuses: readonly {
    readonly status: MessageStatus;
    readonly at: string;
    readonly code?: number;
  }[];
  /** Emoji that was put on it. */
  readonly reaction?: string;
}

/** A message that the phone's owner wrote. */
export interface PhoneReply {
  readonly wamid: string;
  readonly phoneNumberId: string;
  readonly text: string;
  readonly at: string;
  /** The message it quotes. */
  readonly context?: string;
  /** Emoji that the business put on it. */
  readonly reaction?: string;
  /** When the business marked it as read. */
  readonly readAt?: string;
  /** Whether the business showed itself typing with that. */
  readonly isAnswering?: boolean;
}

export type PhoneEntry =
  | { readonly kind: 'message'; readonly message: PhoneMessage }
  | { readonly kind: 'reply'; readonly reply: PhoneReply };

export class Phone {
  readonly identity: Identity;
  /** Added to the emulator's clock; a rehearsed person's offset (DESIGN 10.1). */
  clockOffsetMs = 0;
  presence: Presence = 'online';
  hasStoppedMarketing = false;
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

  /** A message or call of the owner does that (F§4.1); what a reaction does is not documented, and taken to be the same. */
  openWindow(phoneNumberId: string): void {
    this.#windowEndsAtMs.set(phoneNumberId, this.nowMs() + WINDOW_MS);
  }

  write(reply: PhoneReply): void {
    this.openWindow(reply.phoneNumberId);
    this.#positions.set(reply.wamid, this.#entries.length);
    this.#entries.push({ kind: 'reply', reply });
  }

  /** Records a status; delivered or read, whichever is first, is the moment at which the phone received it. */
  advance(wamid: string, status: MessageStatus, code?: number): void {
    this.#changeMessage(wamid, (message) => {
      const at = this.nowIso();
      const reached = (status === 'delivered' || status === 'read') && message.receivedAt === undefined;
      if (reached && message.reactsTo !== undefined) this.react(message.reactsTo, message.text);
      return {
        ...message,
        statuses: [...message.statuses, { status, at, ...(code === undefined ? {} : { code }) }],
        ...(reached ? { receivedAt: at } : {}),
      };
    });
  }

  /** Ends the quality assessment of a held message. */
  unhold(wamid: string): void {
    this.#changeMessage(wamid, (message) => ({ ...message, held: false }));
  }

  /** Whether `wamid` is a message of this conversation that can carry a reaction. */
  canReactTo(wamid: string): boolean {
    const entry = this.#find(wamid);
    return entry?.kind === 'reply' || (entry?.kind === 'message' && entry.message.reactsTo === undefined);
  }

  /** The business read what the person wrote; everything before it counts as read at Meta too, unseen here. */
  markRead(wamid: string, isAnswering: boolean): void {
    this.#change(wamid, (entry) =>
      entry.kind === 'reply'
        ? { ...entry, reply: { ...entry.reply, readAt: this.nowIso(), isAnswering } }
        : entry,
    );
  }

  entries(): readonly PhoneEntry[] {
    return this.#entries;
  }

  /** Every accepted message, whatever became of it. */
  messages(): readonly PhoneMessage[] {
    return this.#entries.flatMap((entry) => (entry.kind === 'message' ? [entry.message] : []));
  }

  /** Puts an emoji on a message of either side; an empty one takes it off. */
  react(wamid: string, emoji: string): void {
    this.#change(wamid, (entry) =>
      entry.kind === 'reply'
        ? { ...entry, reply: withReaction(entry.reply, emoji) }
        : { ...entry, message: withReaction(entry.message, emoji) },
    );
  }

  #changeMessage(wamid: string, change: (message: PhoneMessage) => PhoneMessage): void {
    this.#change(wamid, (entry) =>
      entry.kind === 'message' ? { ...entry, message: change(entry.message) } : entry,
    );
  }

  #change(wamid: string, change: (entry: PhoneEntry) => PhoneEntry): void {
    const position = this.#positions.get(wamid);
    const entry = this.#find(wamid);
    if (position !== undefined && entry !== undefined) this.#entries[position] = change(entry);
  }

  #find(wamid: string): PhoneEntry | undefined {
    const position = this.#positions.get(wamid);
    return position === undefined ? undefined : this.#entries[position];
  }
}

function withReaction<Entry extends { readonly reaction?: string }>(
  { reaction: _, ...entry }: Entry,
  emoji: string,
) {
  return emoji === '' ? entry : { ...entry, reaction: emoji };
}
