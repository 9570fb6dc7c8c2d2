// The emulated platform behind the HTTP surface: phones, scripts, senders, and what becomes of accepted
// messages. Routes and the started emulator's methods both work on this one object. In memory only.

import { EmulatorError } from '../emulator-error.ts';
import { ScriptQueue } from '../script-queue.ts';
import { toAcceptedMessage } from './accepted-message.ts';
import { Announcer } from './announcer.ts';
import type { Behaviour, Fate } from './behaviour.ts';
import { Changes } from './changes.ts';
import type { FieldValue } from './field-values.ts';
import { toIdentity } from './identity.ts';
import { Owners } from './owners.ts';
import { type Passage, Passages } from './passages.ts';
import type { Phone, PhoneMessage } from './phone.ts';
import { PhoneBook } from './phone-book.ts';
import { Platform, type PlatformOptions } from './platform/platform.ts';
import { type RecordedRequest, RequestLog } from './request-log.ts';
import { toPaced } from './rules/held-for-quality.ts';
import type { RuleFacts } from './rules/rule.ts';
import { RuleBook } from './rules/rule-book.ts';
import type { RuleSettings } from './rules/rule-settings.ts';
import { Schedule } from './schedule.ts';
import type { TimelineStep } from './timeline.ts';
import { createWamid } from './wamid.ts';
import { type OutboxOptions, WebhookOutbox } from './webhook-outbox.ts';
import type { WebhookShape } from './webhook-shape.ts';
import type { CloudSender, WebhookChange } from './webhook-value.ts';

export interface WorldOptions extends PlatformOptions {
  readonly defaultBehaviour: Behaviour;
  readonly outbox: OutboxOptions;
  /** Settings of the rules at the start and after a reset. */
  readonly rules: RuleSettings;
  readonly shape: WebhookShape;
}

export class CloudWorld {
  readonly outbox: WebhookOutbox;
  readonly platform: Platform;
  readonly rules: RuleBook;
  readonly owners: Owners;
  readonly #options: WorldOptions;
  readonly #changes = new Changes();
  readonly #phones: PhoneBook;
  #shape: WebhookShape;
  readonly #schedule: Schedule;
  readonly #phoneScripts = new ScriptQueue<Behaviour>();
  readonly #templateScripts = new ScriptQueue<Behaviour>();
  readonly #passages: Passages;
  readonly #requests = new RequestLog();

  constructor(options: WorldOptions) {
    this.#options = options;
    this.#shape = options.shape;
    this.#phones = new PhoneBook(options.now);
    this.#schedule = new Schedule(options.now);
    this.platform = this.#createPlatform();
    const onChange = () => this.#changes.announce();
    const shape = () => this.#shape;
    const enqueue = (change: WebhookChange, subject: string) => this.#enqueue(change, subject);
    this.outbox = new WebhookOutbox(options.outbox, onChange);
    this.#passages = new Passages({
      ...{ enqueue, onChange, shape },
      onDelivered: (passage) => this.rules.delivered(passage),
    });
    this.rules = new RuleBook({
      initial: options.rules,
      nowMs: options.now,
      schedule: this.#schedule,
      templates: this.platform.templates,
      settle: (template, verdict) =>
        void this.#settle([template], verdict, ({ paced }) => paced === template),
    });
    this.owners = new Owners({
      ...{
        enqueue,
        onChange,
        shape,
        phones: this.#phones,
        platform: this.platform,
        passages: this.#passages,
      },
      onHeard: (phone, sender) => this.rules.heard(phone, sender),
    });
  }

  #createPlatform(): Platform {
    const announcer = new Announcer({
      isOn: () => this.rules.settings.changeWebhooks.on,
      tell: (accountId, field, value) => this.tell(field, value, accountId),
    });
    return new Platform(this.#options, {
      accountChanged: (...change) => announcer.accountChanged(...change),
      numberChanged: (id, before, after) =>
        announcer.numberChanged(this.platform.senderOrThrow(id), before, after),
      templateChanged: (change) => {
        announcer.templateChanged(change);
        this.rules.templateChanged(change.before, change.patch);
      },
    });
  }

  /** The phone of a number or business-scoped id; it exists from its first mention on. */
  phone(written: string): Phone {
    return this.#phones.get(written);
  }

  phones(): readonly Phone[] {
    return this.#phones.list();
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
  accept(facts: RuleFacts, fate: Fate): string {
    const { phone, sender, category } = facts;
    if (fate.do !== 'fail') this.rules.accepted(facts);
    const wamid = createWamid(phone.identity.key, 'business');
    const message = toAcceptedMessage(facts, { wamid, fate });
    this.#passages.start({ phone, sender, category, message, paced: toPaced(facts) }, fate);
    return wamid;
  }

  /** @throws EmulatorError EMULATOR_NOTHING_HELD */
  settleHeld(written: string, verdict: 'release' | 'drop', wamid?: string): void {
    const phone = this.phone(written);
    const isMeant = (passage: Passage) =>
      passage.phone === phone && (wamid === undefined || passage.message.wamid === wamid);
    assertHeld(this.#passages.settleHeld(isMeant, verdict));
  }

  /**
   * The verdict of pacing on a template, by its name: all that is held is released or dropped at once; a dropped one is
   * paused until somebody un-pauses it (F§4.5).
   * @throws EmulatorError EMULATOR_NOTHING_HELD
   */
  settleTemplate(name: string, verdict: 'release' | 'drop'): void {
    const ids = this.platform.templates.matching({ name }).map(({ id }) => id);
    assertHeld(this.#settle([name, ...ids], verdict, ({ message }) => message.template === name));
  }

  #settle(
    templates: readonly string[],
    verdict: 'release' | 'drop',
    isMeant: (passage: Passage) => boolean,
  ): number {
    const count = this.#passages.settleHeld(isMeant, verdict);
    for (const template of templates) {
      this.rules.settled(template);
      if (verdict === 'release') continue;
      this.platform.templates.change(template, { status: 'PAUSED' }, 'RATE_LIMITING_PAUSE');
    }
    return count;
  }

  /** @throws EmulatorError EMULATOR_MESSAGE_UNKNOWN */
  report(wamid: string, step: Omit<TimelineStep, 'afterMs'>): void {
    this.#passages.report(wamid, step);
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
    return this.#phones.find(phone)?.messages() ?? [];
  }

  /** What reached the phone. A message counts once for each POST that was accepted and delivered. */
  received(phone: string): readonly PhoneMessage[] {
    return this.messages(phone).filter((message) => message.receivedAt !== undefined);
  }

  record(request: Omit<RecordedRequest, 'at'>): void {
    this.#requests.add({ ...request, at: new Date(this.#options.now()).toISOString() });
    this.#changes.announce();
  }

  /** A webhook of any field, now; of the first account unless told. @throws EmulatorError EMULATOR_ACCOUNT_UNKNOWN */
  tell(field: string, value: FieldValue, accountId?: string): void {
    const businessAccountId = this.platform.accountIdOrThrow(accountId);
    const time = Math.floor(this.#options.now() / 1000);
    this.#enqueue({ businessAccountId, field, value, ...(field !== 'messages' && { time }) }, field);
    this.#changes.announce();
  }

  /** How values of `messages` webhooks are written from now on. */
  setShape(patch: Partial<WebhookShape>): void {
    this.#shape = { ...this.#shape, ...patch };
  }

  get shape(): WebhookShape {
    return this.#shape;
  }

  /** Does what is due by the emulator's clock. */
  catchUp(): void {
    this.#schedule.catchUp();
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
    this.#schedule.clear();
    this.#phoneScripts.clear();
    this.#templateScripts.clear();
    this.#requests.clear();
    this.platform.reset();
    this.rules.reset();
    this.#shape = this.#options.shape;
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

function assertHeld(count: number): void {
  if (count > 0) return;
  throw new EmulatorError(
    'EMULATOR_NOTHING_HELD',
    'No such message is held; script it with hold, or turn the rule heldForQuality on.',
  );
}
