// The emulated platform behind the HTTP surface: phones, scripts, senders, and what becomes of accepted
// messages. Routes and the started emulator's methods both work on this one object. In memory only.

import { EmulatorError } from '../emulator-error.ts';
import { ScriptQueue } from '../script-queue.ts';
import type { Behaviour, Fate } from './behaviour.ts';
import { Changes } from './changes.ts';
import { listChoices } from './choices.ts';
import { toIdentity } from './identity.ts';
import { toMessageText } from './message-text.ts';
import { Passages } from './passages.ts';
import { Phone, type PhoneMessage, type PhoneReply } from './phone.ts';
import { Platform, type PlatformOptions } from './platform/platform.ts';
import { type RecordedRequest, RequestLog } from './request-log.ts';
import type { RuleFacts } from './rules/rule.ts';
import type { TimelineStep } from './timeline.ts';
import { createWamid } from './wamid.ts';
import { type OutboxOptions, WebhookOutbox } from './webhook-outbox.ts';
import { type CloudSender, type InboundText, toInboundChange, type WebhookChange } from './webhook-value.ts';

export interface WorldOptions extends PlatformOptions {
  readonly defaultBehaviour: Behaviour;
  readonly outbox: OutboxOptions;
}

export interface ReplyOptions {
  /** Wamid of the message that is quoted. */
  readonly context?: string | undefined;
  /** Which business number is written to; default the one that wrote last, else the first sender. */
  readonly phoneNumberId?: string | undefined;
}

interface Written extends ReplyOptions, Pick<InboundText, 'text' | 'tapped'> {}

export class CloudWorld {
  readonly outbox: WebhookOutbox;
  readonly platform: Platform;
  readonly #options: WorldOptions;
  readonly #changes = new Changes();
  readonly #phones = new Map<string, Phone>();
  readonly #phoneScripts = new ScriptQueue<Behaviour>();
  readonly #templateScripts = new ScriptQueue<Behaviour>();
  readonly #passages: Passages;
  readonly #requests = new RequestLog();

  constructor(options: WorldOptions) {
    this.#options = options;
    this.platform = new Platform(options);
    const onChange = () => this.#changes.announce();
    this.outbox = new WebhookOutbox(options.outbox, onChange);
    this.#passages = new Passages({
      enqueue: (change, subject) => this.#enqueue(change, subject),
      onChange,
    });
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
    return this.platform.senders;
  }

  script(phone: string, behaviours: readonly Behaviour[]): void {
    this.#phoneScripts.set(this.phone(phone).identity.key, behaviours);
    this.#changes.announce();
  }

  /** Lets `next` decide what happens to each message for the phone; undefined: its script, else the default. */
  follow(phone: string, next: () => Behaviour | undefined): void {
    this.#phoneScripts.follow(this.phone(phone).identity.key, next);
  }

  scriptTemplate(name: string, behaviours: readonly Behaviour[]): void {
    this.#templateScripts.set(name, behaviours);
  }

  /** The next behaviour: of the phone's script, else of the template's, else the default. */
  takeBehaviour({ phone, message }: RuleFacts): Behaviour {
    const template = message.type === 'template' ? message.template.name : undefined;
    return (
      this.#phoneScripts.take(phone.identity.key) ??
      (template === undefined ? undefined : this.#templateScripts.take(template)) ??
      this.#options.defaultBehaviour
    );
  }

  /** Accepts a message and lets its fate unfold; returns its new id. */
  accept({ phone, sender, message, category }: RuleFacts, fate: Fate): string {
    const wamid = createWamid(phone.identity.key, 'business');
    const choices = listChoices(message);
    const accepted: PhoneMessage = {
      wamid,
      phoneNumberId: sender.phoneNumberId,
      type: message.type,
      text: toMessageText(message),
      ...(message.type === 'template' && { template: message.template.name }),
      ...(choices.length > 0 && { choices }),
      ...(message.biz_opaque_callback_data !== undefined && { token: message.biz_opaque_callback_data }),
      ...(message.context !== undefined && { context: message.context.message_id }),
      ...(message.type === 'reaction' && { reactsTo: message.reaction.message_id }),
      acceptedAt: phone.nowIso(),
      held: fate.do === 'hold',
      statuses: [],
    };
    this.#passages.start({ phone, sender, category, message: accepted }, fate);
    return wamid;
  }

  /** @throws EmulatorError EMULATOR_NOTHING_HELD */
  settleHeld(phone: string, verdict: 'release' | 'drop', wamid?: string): void {
    this.#passages.settleHeld(phone, verdict, wamid);
  }

  /** @throws EmulatorError EMULATOR_MESSAGE_UNKNOWN */
  report(wamid: string, step: Omit<TimelineStep, 'afterMs'>): void {
    this.#passages.report(wamid, step);
  }

  /**
   * The phone's owner writes: opens the window and sends the inbound webhook. Returns the inbound wamid.
   * @throws EmulatorError EMULATOR_SENDER_UNKNOWN
   */
  reply(written: string, text: string, options: ReplyOptions = {}): string {
    return this.#hear(this.phone(written), { ...options, text });
  }

  /**
   * The phone's owner taps a button or row, of the newest message that has it or of the one named. Returns the inbound wamid.
   * @throws EmulatorError EMULATOR_MESSAGE_UNKNOWN
   */
  tap(written: string, id: string, wamid?: string): string {
    const phone = this.phone(written);
    const message = phone
      .messages()
      .findLast(
        ({ wamid: own, choices = [] }) =>
          (wamid === undefined || own === wamid) && choices.some((choice) => choice.id === id),
      );
    if (message === undefined) {
      throw new EmulatorError('EMULATOR_MESSAGE_UNKNOWN', `No message of this phone has a button "${id}".`);
    }
    const { wamid: context, phoneNumberId, choices = [], type } = message;
    const text = choices.find((choice) => choice.id === id)?.title ?? id;
    const tapped = { id, isTemplate: type === 'template' };
    return this.#hear(phone, { text, context, phoneNumberId, tapped });
  }

  #hear(phone: Phone, { text, tapped, ...options }: Written): string {
    const sender = this.platform.senderOrThrow(
      options.phoneNumberId ?? phone.messages().at(-1)?.phoneNumberId,
    );
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
    this.#enqueue(
      toInboundChange({ sender, person, profileName, wamid, text, atMs: phone.nowMs(), context, tapped }),
      person.key,
    );
    this.#changes.announce();
    return wamid;
  }

  /** The business read a message of whoever wrote it; of unknown ones Meta says nothing. */
  markRead(wamid: string, isAnswering: boolean): void {
    for (const phone of this.phones()) phone.markRead(wamid, isAnswering);
    this.#changes.announce();
  }

  setClockOffset(phone: string, offsetMs: number): void {
    this.phone(phone).clockOffsetMs = offsetMs;
    this.#changes.announce();
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
    this.#changes.announce();
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
    return this.until(() => this.#passages.pending() + pending() === 0);
  }

  /** Resolves as soon as `condition` holds; it is asked now and after every change. */
  until(condition: () => boolean): Promise<void> {
    return this.#changes.until(condition);
  }

  /** Calls back after each change of anything visible; returns the function that ends it. */
  onChange(listener: () => void): () => void {
    return this.#changes.onChange(listener);
  }

  /** Back to the first day: no phones, scripts, requests, pending statuses or webhooks, and all settings as they were. */
  reset(): void {
    this.#passages.clear();
    this.#phones.clear();
    this.#phoneScripts.clear();
    this.#templateScripts.clear();
    this.#requests.clear();
    this.platform.reset();
    this.outbox.clear();
  }

  async close(): Promise<void> {
    this.reset();
    await this.outbox.close();
  }

  /** Accounts that no app is subscribed to have no webhooks (F§2.1). */
  #enqueue(change: WebhookChange, subject: string): void {
    const { isSubscribed } = this.platform.accounts.of(change.businessAccountId);
    if (isSubscribed) this.outbox.enqueue(change, subject);
  }
}
