// The emulated platform behind the HTTP surface: phones, scripts, senders, and what becomes of accepted
// messages. Routes and the started emulator's methods both work on this one object. In memory only.

import { EmulatorError } from '../emulator-error.ts';
import { ScriptQueue } from '../script-queue.ts';
import type { Behaviour, Fate } from './behaviour.ts';
import { toIdentity } from './identity.ts';
import type { CloudMessage } from './message-schema.ts';
import { toMessageText } from './message-text.ts';
import { Phone, type PhoneMessage, type PhoneReply } from './phone.ts';
import { Playback } from './playback.ts';
import { type RecordedRequest, RequestLog } from './request-log.ts';
import { type TimelineStep, toTimeline } from './timeline.ts';
import { createWamid } from './wamid.ts';
import { type OutboxOptions, WebhookOutbox } from './webhook-outbox.ts';
import { type CloudSender, type PricingCategory, toInboundChange, toStatusChange } from './webhook-value.ts';

export interface WorldOptions {
  readonly senders: readonly [CloudSender, ...CloudSender[]];
  /** Category of templates by name, for `pricing`; default marketing. */
  readonly templateCategories: Readonly<Record<string, PricingCategory>>;
  readonly defaultBehaviour: Behaviour;
  readonly now: () => number;
  readonly outbox: OutboxOptions;
}

export interface ReplyOptions {
  /** Wamid of the message that is quoted. */
  readonly context?: string | undefined;
  /** Which business number is written to; default the one that wrote last, else the first sender. */
  readonly phoneNumberId?: string | undefined;
}

interface Passage {
  readonly phone: Phone;
  readonly sender: CloudSender;
  readonly wamid: string;
  readonly token: string | undefined;
  readonly category: PricingCategory;
}

export class CloudWorld {
  readonly outbox: WebhookOutbox;
  readonly #options: WorldOptions;
  readonly #playback = new Playback();
  readonly #phones = new Map<string, Phone>();
  readonly #phoneScripts = new ScriptQueue<Behaviour>();
  readonly #templateScripts = new ScriptQueue<Behaviour>();
  readonly #passages = new Map<string, Passage>();
  readonly #held = new Map<string, { readonly passage: Passage; readonly fate: Fate }>();
  readonly #requests = new RequestLog();
  readonly #listeners = new Set<() => void>();

  constructor(options: WorldOptions) {
    this.#options = options;
    this.outbox = new WebhookOutbox(options.outbox, () => this.#changed());
  }

  /** The phone of a number or business-scoped id; it exists from its first mention on. */
  phone(written: string): Phone {
    const identity = toIdentity(written);
    const known = this.#phones.get(identity.key);
    if (known !== undefined) return known;
    const phone = new Phone(identity, this.#options.now);
    this.#phones.set(identity.key, phone);
    return phone;
  }

  phones(): readonly Phone[] {
    return [...this.#phones.values()];
  }

  senders(): readonly [CloudSender, ...CloudSender[]] {
    return this.#options.senders;
  }

  findSender(phoneNumberId: string): CloudSender | undefined {
    return this.#options.senders.find((sender) => sender.phoneNumberId === phoneNumberId);
  }

  script(phone: string, behaviours: readonly Behaviour[]): void {
    this.#phoneScripts.set(this.phone(phone).identity.key, behaviours);
    this.#changed();
  }

  /** Lets `next` decide what happens to each message for the phone; undefined: its script, else the default. */
  follow(phone: string, next: () => Behaviour | undefined): void {
    this.#phoneScripts.follow(this.phone(phone).identity.key, next);
  }

  scriptTemplate(name: string, behaviours: readonly Behaviour[]): void {
    this.#templateScripts.set(name, behaviours);
  }

  /** The next behaviour: of the phone's script, else of the template's, else the default. */
  takeBehaviour(phone: Phone, message: CloudMessage): Behaviour {
    const template = message.type === 'template' ? message.template.name : undefined;
    return (
      this.#phoneScripts.take(phone.identity.key) ??
      (template === undefined ? undefined : this.#templateScripts.take(template)) ??
      this.#options.defaultBehaviour
    );
  }

  /** Accepts a message and lets its fate unfold; returns its new id. */
  accept(facts: { phone: Phone; sender: CloudSender; message: CloudMessage }, fate: Fate): string {
    const { phone, sender, message } = facts;
    const wamid = createWamid(phone.identity.key, 'business');
    const token = message.biz_opaque_callback_data;
    const template = message.type === 'template' ? message.template.name : undefined;
    phone.accept({
      wamid,
      phoneNumberId: sender.phoneNumberId,
      type: message.type,
      text: toMessageText(message),
      ...(template === undefined ? {} : { template }),
      ...(token === undefined ? {} : { token }),
      acceptedAt: phone.nowIso(),
      held: fate.do === 'hold',
      statuses: [],
    });
    const category =
      template === undefined ? 'service' : (this.#options.templateCategories[template] ?? 'marketing');
    const passage: Passage = { phone, sender, wamid, token, category };
    this.#passages.set(wamid, passage);
    if (fate.do === 'hold') this.#held.set(wamid, { passage, fate });
    this.#unfold(passage, toTimeline(fate));
    return wamid;
  }

  /**
   * Ends the quality assessment of what is held for `phone`: released (delivered), or dropped with 132015 (F§4.5).
   * @throws EmulatorError EMULATOR_NOTHING_HELD
   */
  settleHeld(phone: string, verdict: 'release' | 'drop', wamid?: string): void {
    const { key } = toIdentity(phone);
    const matching = [...this.#held].filter(
      ([id, { passage }]) => passage.phone.identity.key === key && (wamid === undefined || wamid === id),
    );
    if (matching.length === 0) {
      throw new EmulatorError(
        'EMULATOR_NOTHING_HELD',
        'No held message of this phone; script it with hold first.',
      );
    }
    for (const [id, { passage, fate }] of matching) {
      this.#held.delete(id);
      passage.phone.unhold(id);
      const delaysMs = fate.do === 'hold' ? fate.delaysMs : undefined;
      const outcome: Fate =
        verdict === 'release' ? { do: 'deliver', delaysMs } : { do: 'fail', code: 132015, delaysMs };
      this.#unfold(passage, toTimeline(outcome));
    }
  }

  /**
   * The phone's owner writes: opens the window and sends the inbound webhook. Returns the inbound wamid.
   * @throws EmulatorError EMULATOR_SENDER_UNKNOWN
   */
  reply(written: string, text: string, options: ReplyOptions = {}): string {
    const phone = this.phone(written);
    const phoneNumberId = options.phoneNumberId ?? phone.messages().at(-1)?.phoneNumberId;
    const sender = phoneNumberId === undefined ? this.senders()[0] : this.findSender(phoneNumberId);
    if (sender === undefined) {
      throw new EmulatorError('EMULATOR_SENDER_UNKNOWN', 'No sender has this phoneNumberId; see `senders`.');
    }
    const { context } = options;
    const wamid = createWamid(phone.identity.key, 'person');
    const reply: PhoneReply = {
      wamid,
      phoneNumberId: sender.phoneNumberId,
      text,
      at: phone.nowIso(),
      ...(context === undefined ? {} : { context }),
    };
    phone.write(reply);
    const { identity: person, profileName } = phone;
    this.outbox.enqueue(
      toInboundChange({ sender, person, profileName, wamid, text, atMs: phone.nowMs(), context }),
      person.key,
    );
    this.#changed();
    return wamid;
  }

  setClockOffset(phone: string, offsetMs: number): void {
    this.phone(phone).clockOffsetMs = offsetMs;
    this.#changed();
  }

  /** Everything accepted for the phone; asking does not make it appear on the page. */
  messages(phone: string): readonly PhoneMessage[] {
    return this.#phones.get(toIdentity(phone).key)?.messages() ?? [];
  }

  /** What reached the phone. A message counts once for each POST that was accepted and delivered. */
  received(phone: string): readonly PhoneMessage[] {
    return this.messages(phone).filter((message) => message.receivedAt !== undefined);
  }

  record(request: Omit<RecordedRequest, 'at'>): void {
    this.#requests.add({ ...request, at: new Date(this.#options.now()).toISOString() });
    this.#changed();
  }

  /** All requests to the API, or those for one phone. */
  requests(phone?: string): readonly RecordedRequest[] {
    return this.#requests.list(phone);
  }

  /** Resolves when no status is due and no webhook is pending, of one phone when given. Held messages don't count. */
  idle(phone?: string): Promise<void> {
    const pending =
      phone === undefined
        ? () => this.outbox.counts().pending
        : () => this.outbox.pendingOf(toIdentity(phone).key);
    return this.until(() => this.#playback.pending() + pending() === 0);
  }

  /** Resolves as soon as `condition` holds; it is asked now and after every change. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition()) {
      await new Promise<void>((resolve) => {
        const stop = this.onChange(() => {
          stop();
          resolve();
        });
      });
    }
  }

  /** Calls back after each change of anything visible; returns the function that ends it. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Back to the first day: no phones, scripts, requests, pending statuses or webhooks. */
  reset(): void {
    this.#playback.clear();
    this.#phones.clear();
    this.#phoneScripts.clear();
    this.#templateScripts.clear();
    this.#held.clear();
    this.#passages.clear();
    this.#requests.clear();
    this.outbox.clear();
  }

  async close(): Promise<void> {
    this.reset();
    await this.outbox.close();
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

  #unfold(passage: Passage, timeline: readonly TimelineStep[]): void {
    this.#playback.play(timeline, (step) => this.#report(passage, step));
    this.#changed();
  }

  #report({ phone, sender, wamid, token, category }: Passage, step: TimelineStep): void {
    phone.advance(wamid, step.status, step.code);
    this.outbox.enqueue(
      toStatusChange({
        sender,
        person: phone.identity,
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
    this.#changed();
  }

  #changed(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
