// The accepted messages on their way: each unfolds as its fate says, moves its phone along and reports to the
// business. Held ones wait here for their verdict. In memory only.

import { EmulatorError } from '../emulator-error.ts';
import type { Fate } from './behaviour.ts';
import type { Phone, PhoneMessage } from './phone.ts';
import { Playback } from './playback.ts';
import { type TimelineStep, toReturnTimeline, toTimeline } from './timeline.ts';
import type { WebhookShape } from './webhook-shape.ts';
import {
  type CloudSender,
  type PricingCategory,
  toStatusChange,
  type WebhookChange,
} from './webhook-value.ts';

export interface Passage {
  readonly phone: Phone;
  readonly sender: CloudSender;
  readonly category: PricingCategory;
  readonly message: PhoneMessage;
  /** The template whose pacing it waits for, where it does (`toPaced`). */
  readonly paced?: string | undefined;
}

export interface PassagesOptions {
  readonly enqueue: (change: WebhookChange, subject: string) => void;
  readonly onChange: () => void;
  /** A message reached its phone. */
  readonly onDelivered: (passage: Passage) => void;
  /** How statuses are written now. */
  readonly shape: () => WebhookShape;
}

interface Waiting {
  readonly passage: Passage;
  readonly fate: Extract<Fate, { do: 'wait' }>;
  /** Epoch milliseconds on the phone's clock. */
  readonly expiresAtMs: number;
}

export class Passages {
  readonly #options: PassagesOptions;
  readonly #playback = new Playback();
  readonly #passages = new Map<string, Passage>();
  readonly #held = new Map<string, { readonly passage: Passage; readonly fate: Fate }>();

  readonly #waiting = new Map<string, Waiting>();

  constructor(options: PassagesOptions) {
    this.#options = options;
  }

  /** Lets the fate of an accepted message unfold. */
  start(passage: Passage, fate: Fate): void {
    const { phone, message } = passage;
    phone.accept(message);
    this.#passages.set(message.wamid, passage);
    if (fate.do === 'hold') this.#held.set(message.wamid, { passage, fate });
    if (fate.do === 'wait') {
      const expiresAtMs = phone.nowMs() + fate.ttlSeconds * 1000;
      this.#waiting.set(message.wamid, { passage, fate, expiresAtMs });
    }
    this.#unfold(passage, toTimeline(fate));
  }

  /** The phone is online again: what waited for it arrives, unless its time to live has passed. */
  returned(phone: Phone): void {
    for (const [wamid, { passage, fate, expiresAtMs }] of this.#waiting) {
      if (passage.phone !== phone) continue;
      this.#waiting.delete(wamid);
      if (phone.nowMs() < expiresAtMs) this.#unfold(passage, toReturnTimeline(fate.delaysMs));
    }
  }

  /**
   * Ends the quality assessment of what is held and meant: released (delivered), or dropped with 132015 (F§4.5).
   * Returns how many these were.
   */
  settleHeld(isMeant: (passage: Passage) => boolean, verdict: 'release' | 'drop'): number {
    const matching = [...this.#held].filter(([, { passage }]) => isMeant(passage));
    for (const [id, { passage, fate }] of matching) {
      this.#held.delete(id);
      passage.phone.unhold(id);
      const delaysMs = fate.do === 'hold' ? fate.delaysMs : undefined;
      const outcome: Fate =
        verdict === 'release' ? { do: 'deliver', delaysMs } : { do: 'fail', code: 132015, delaysMs };
      this.#unfold(passage, toTimeline(outcome));
    }
    return matching.length;
  }

  /**
   * A status of an accepted message, now: for those whose script says nothing (`silence`, `hold`).
   * @throws EmulatorError EMULATOR_MESSAGE_UNKNOWN
   */
  report(wamid: string, step: Omit<TimelineStep, 'afterMs'>): void {
    const passage = this.#passages.get(wamid);
    if (passage === undefined) {
      throw new EmulatorError(
        'EMULATOR_MESSAGE_UNKNOWN',
        'No accepted message has this wamid; see `messages`.',
      );
    }
    if (this.#held.delete(wamid)) passage.phone.unhold(wamid);
    this.#report(passage, { ...step, afterMs: 0 });
  }

  /** Messages of which a status is still to come; held ones are not among them. */
  pending(): number {
    return this.#playback.pending();
  }

  clear(): void {
    this.#playback.clear();
    this.#held.clear();
    this.#waiting.clear();
    this.#passages.clear();
  }

  #unfold(passage: Passage, timeline: readonly TimelineStep[]): void {
    this.#playback.play(timeline, (step) => this.#report(passage, step));
    this.#options.onChange();
  }

  #report({ phone, sender, category, message }: Passage, step: TimelineStep): void {
    const { wamid, token } = message;
    phone.advance(wamid, step.status, step.code);
    if (step.status === 'delivered') this.#options.onDelivered({ phone, sender, category, message });
    this.#options.enqueue(
      toStatusChange({
        sender,
        person: phone.identity,
        profileName: phone.profileName,
        shape: this.#options.shape(),
        wamid,
        status: step.status,
        atMs: phone.nowMs(),
        token,
        category,
        isWindowOpen: phone.isWindowOpen(sender.phoneNumberId),
        code: step.code,
        details: step.details,
      }),
      phone.identity.key,
    );
    this.#options.onChange();
  }
}
