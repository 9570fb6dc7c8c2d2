// What the emulated Meta knows besides phones: the app, accounts, numbers, templates and media; all of it scriptable.

import { EmulatorError } from '../../emulator-error.ts';
import type { CloudSender, PricingCategory } from '../webhook-value.ts';
import { type AccountSettings, INITIAL_ACCOUNT } from './account.ts';
import { APP_ID, type AppSettings, toInitialApp } from './app.ts';
import { CallQuota } from './call-quota.ts';
import { MediaStore } from './media-store.ts';
import { INITIAL_NUMBER, type NumberSettings } from './number.ts';
import { Settings } from './settings.ts';
import type { GivenTemplate } from './template.ts';
import { type TemplateChange, TemplateRegistry } from './template-registry.ts';

export interface PlatformOptions {
  readonly senders: readonly [CloudSender, ...CloudSender[]];
  readonly accessToken: string;
  /** Those that every account has from the first day on. */
  readonly templates: readonly GivenTemplate[];
  /** Category of templates that no account has, by name; default marketing. */
  readonly templateCategories: Readonly<Record<string, PricingCategory>>;
  readonly now: () => number;
}

/** Who hears of changes. */
export interface PlatformListener {
  accountChanged(id: string, before: AccountSettings, after: AccountSettings): void;
  numberChanged(id: string, before: NumberSettings, after: NumberSettings): void;
  templateChanged(change: TemplateChange): void;
}

export class Platform {
  readonly accounts: Settings<AccountSettings>;
  readonly numbers: Settings<NumberSettings>;
  readonly templates: TemplateRegistry;
  readonly media = new MediaStore();
  readonly quota: CallQuota;
  readonly #app: Settings<AppSettings>;
  readonly #options: PlatformOptions;

  constructor(options: PlatformOptions, listener: PlatformListener) {
    this.#options = options;
    this.accounts = new Settings(INITIAL_ACCOUNT, (...change) => listener.accountChanged(...change));
    this.numbers = new Settings(INITIAL_NUMBER, (...change) => listener.numberChanged(...change));
    this.templates = new TemplateRegistry((change) => listener.templateChanged(change));
    this.#app = new Settings(toInitialApp(options.accessToken));
    this.quota = new CallQuota(options.now);
    this.#addTemplates();
  }

  get senders(): readonly [CloudSender, ...CloudSender[]] {
    return this.#options.senders;
  }

  get templateCategories(): Readonly<Record<string, PricingCategory>> {
    return this.#options.templateCategories;
  }

  get app(): AppSettings {
    return this.#app.of(APP_ID);
  }

  changeApp(patch: Partial<AppSettings>): void {
    this.#app.change(APP_ID, patch);
  }

  findSender(phoneNumberId: string): CloudSender | undefined {
    return this.senders.find((sender) => sender.phoneNumberId === phoneNumberId);
  }

  sendersOf(accountId: string): readonly CloudSender[] {
    return this.senders.filter(({ businessAccountId }) => businessAccountId === accountId);
  }

  isAccount(id: string): boolean {
    return this.sendersOf(id).length > 0;
  }

  /**
   * The id of the only account, or `id` when it is one.
   * @throws EmulatorError EMULATOR_ACCOUNT_UNKNOWN
   */
  accountIdOrThrow(id: string | undefined): string {
    const accountId = id ?? this.senders[0].businessAccountId;
    if (this.isAccount(accountId)) return accountId;
    throw new EmulatorError(
      'EMULATOR_ACCOUNT_UNKNOWN',
      'No sender has this businessAccountId; see `senders`.',
    );
  }

  /** @throws EmulatorError EMULATOR_SENDER_UNKNOWN */
  senderOrThrow(phoneNumberId: string | undefined): CloudSender {
    const sender = phoneNumberId === undefined ? this.senders[0] : this.findSender(phoneNumberId);
    if (sender !== undefined) return sender;
    throw new EmulatorError('EMULATOR_SENDER_UNKNOWN', 'No sender has this phoneNumberId; see `senders`.');
  }

  /** Back to the first day. */
  reset(): void {
    for (const state of [this.accounts, this.numbers, this.#app, this.templates, this.media, this.quota]) {
      state.clear();
    }
    this.#addTemplates();
  }

  #addTemplates(): void {
    const accountIds = new Set(this.senders.map(({ businessAccountId }) => businessAccountId));
    for (const accountId of accountIds) {
      for (const template of this.#options.templates) this.templates.add(accountId, template);
    }
  }
}
