// Starts the emulator of Meta's Cloud API: a real HTTP server on loopback that validates, answers and sends
// webhooks as Meta does, driven by scripts. For the demo, rehearsals and tests; never for production.

import { request } from 'undici';
import { EmulatorError } from '../emulator-error.ts';
import { createEmulatorApp, type ListenOptions, listenOnLoopback } from '../listen-on-loopback.ts';
import type { Behaviour } from './behaviour.ts';
import { CloudWorld } from './cloud-world.ts';
import { registerControlRoutes } from './control-routes.ts';
import type { DeliveryOptions } from './delivery-plan.ts';
import { answerErrors } from './error-handler.ts';
import { registerGraphRoutes } from './graph/graph-routes.ts';
import type { InboundContent } from './inbound-content.ts';
import { registerMessagesRoutes } from './messages-route.ts';
import type { WriteOptions } from './owners.ts';
import { registerPageRoutes } from './page/page-routes.ts';
import type { PhoneMessage, Presence } from './phone.ts';
import type { AccountSettings } from './platform/account.ts';
import type { AppSettings } from './platform/app.ts';
import type { NumberSettings } from './platform/number.ts';
import type { GivenTemplate, TemplatePatch } from './platform/template.ts';
import type { TemplateKey } from './platform/template-registry.ts';
import { type JournalEntry, keepJournal } from './request-journal.ts';
import type { RecordedRequest } from './request-log.ts';
import {
  META_RULES,
  mergeRules,
  QUIET_RULES,
  type RulePatch,
  type RuleSettings,
} from './rules/rule-settings.ts';
import type { MessageStatus } from './timeline.ts';
import { toOrderedValue, type WebhookOrder } from './webhook-builders.ts';
import type { OutboxCounts } from './webhook-outbox.ts';
import { USUAL_SHAPE, type WebhookShape } from './webhook-shape.ts';
import type { CloudSender, PricingCategory } from './webhook-value.ts';

export interface CloudApiOptions extends ListenOptions {
  /** Where webhooks go; may be set later. Until then they wait. */
  readonly webhookUrl?: string;
  readonly appSecret?: string;
  readonly accessToken?: string;
  readonly senders?: readonly [CloudSender, ...CloudSender[]];
  readonly templateCategories?: Readonly<Record<string, PricingCategory>>;
  /** Templates of every account. Sending asks them; by names that the account doesn't have, anything may be sent. */
  readonly templates?: readonly GivenTemplate[];
  /** For phones and templates without a script; default deliver. */
  readonly defaultBehaviour?: Behaviour;
  readonly delivery?: Partial<DeliveryOptions>;
  readonly webhookShape?: Partial<WebhookShape>;
  /**
   * Which rules are on at the start. `quiet` (default): those that do something only when asked to. `meta`: as a business
   * meets them at Meta. Others can be changed from either.
   */
  readonly ruleSet?: 'quiet' | 'meta';
  readonly rules?: RulePatch;
  /** How long undelivered webhooks are tried again; default 10 minutes. */
  readonly giveUpAfterMs?: number;
  /** Longest pause between two tries of a webhook; default 2 s. */
  readonly maxRetryDelayMs?: number;
  /** Gets each request to the API with its body and the status of its answer. */
  readonly journal?: (entry: JournalEntry) => void;
  /** The emulator's clock in milliseconds; default the real one. */
  readonly now?: () => number;
}

export interface CloudApiEmulator {
  /** Base URL: `POST {url}/v23.0/{phoneNumberId}/messages`; the phones page is at `{url}/`. */
  readonly url: string;
  readonly accessToken: string;
  readonly appSecret: string;
  readonly senders: readonly [CloudSender, ...CloudSender[]];
  /** Queue of behaviours for the phone's next messages; the last one stays. */
  script(phone: string, ...behaviours: readonly Behaviour[]): void;
  /** Lets `next` decide what happens to each message for the phone; undefined: its script, else the default. */
  follow(phone: string, next: () => Behaviour | undefined): void;
  scriptTemplate(name: string, ...behaviours: readonly Behaviour[]): void;
  /** The person writes: opens the window, sends the inbound webhook; returns its wamid. */
  reply(phone: string, text: string, options?: WriteOptions): string;
  /** The same with a message of any kind. */
  write(phone: string, content: InboundContent, options?: WriteOptions): string;
  /** The owner taps a button or row, of the newest message that has it or of the one named: the inbound wamid. */
  tap(phone: string, id: string, wamid?: string): string;
  /** The owner calls the business, which opens the window: the call's id. */
  call(phone: string, phoneNumberId?: string): string;
  /** The owner stops marketing of the business, or wants it again. */
  prefer(phone: string, value: 'stop' | 'resume'): void;
  /** Switches the phone off or on, or takes it off WhatsApp. */
  setPresence(phone: string, presence: Presence): void;
  /** The owner has another number now; nobody is at the old one. */
  changeNumber(phone: string, next: string): void;
  /** The owner has another business-scoped id now. */
  changeUserId(phone: string, next: string): void;
  /** Turns rules on and off and sets them. */
  setRules(patch: RulePatch): void;
  readonly rules: RuleSettings;
  /** A webhook of any field, made up. */
  sendWebhook(order: WebhookOrder): void;
  setWebhookShape(shape: Partial<WebhookShape>): void;
  /** The verdict on a template that is held for quality, by its name. @throws EmulatorError EMULATOR_NOTHING_HELD */
  settleTemplate(name: string, verdict: 'release' | 'drop'): void;
  /** Does what is due by the emulator's clock, after a test moved it; every request does so too. */
  catchUp(): void;
  /** Releases what is held for the phone; it is delivered. @throws EmulatorError EMULATOR_NOTHING_HELD */
  release(phone: string, wamid?: string): void;
  /** Drops what is held for the phone with 132015. @throws EmulatorError EMULATOR_NOTHING_HELD */
  drop(phone: string, wamid?: string): void;
  /** A status of an accepted message, now. @throws EmulatorError EMULATOR_MESSAGE_UNKNOWN */
  report(wamid: string, status: { readonly status: MessageStatus; readonly code?: number }): void;
  /** What reached the phone, once for each accepted POST. */
  received(phone: string): readonly PhoneMessage[];
  /** Everything accepted for the phone, also what never reached it. */
  messages(phone: string): readonly PhoneMessage[];
  /** Requests to the API, refused ones included; of one phone when given. */
  requests(phone?: string): readonly RecordedRequest[];
  setClockOffset(phone: string, offsetMs: number): void;
  /** Which tokens are good and what they may do. */
  setApp(patch: Partial<AppSettings>): void;
  /** Settings of a business account; of the first one unless told. @throws EmulatorError EMULATOR_ACCOUNT_UNKNOWN */
  setAccount(patch: Partial<AccountSettings>, accountId?: string): void;
  /** Settings of a business number; of the first one unless told. @throws EmulatorError EMULATOR_SENDER_UNKNOWN */
  setNumber(patch: Partial<NumberSettings>, phoneNumberId?: string): void;
  /** A template of an account, the first one unless told; in the place of one of that name and language. @throws EmulatorError EMULATOR_ACCOUNT_UNKNOWN */
  addTemplate(template: GivenTemplate, accountId?: string): void;
  /** Status, category or quality of a template. @throws EmulatorError EMULATOR_TEMPLATE_UNKNOWN */
  setTemplate(key: TemplateKey, patch: TemplatePatch): void;
  setDelivery(delivery: Partial<DeliveryOptions>): void;
  setWebhookUrl(url: string | undefined): void;
  /** Meta's GET handshake (F§2.1), then webhooks go there. @throws EmulatorError EMULATOR_WEBHOOK_REFUSED */
  subscribe(url: string, verifyToken: string): Promise<void>;
  webhooks(): OutboxCounts;
  /** Resolves when no status is due and no webhook is pending, of one phone when given. */
  idle(phone?: string): Promise<void>;
  /** Resolves as soon as `condition` holds; it is asked now and after every request, status, reply and webhook. */
  until(condition: () => boolean): Promise<void>;
  reset(): void;
  close(): Promise<void>;
}

/** The business number that is used unless others are given. */
export const DEFAULT_SENDER: CloudSender = {
  phoneNumberId: '100000000000001',
  displayPhoneNumber: '15550100001',
  businessAccountId: '200000000000001',
};

/** Starts listening; resolves when requests are taken. */
export async function startCloudApi(options: CloudApiOptions = {}): Promise<CloudApiEmulator> {
  const accessToken = options.accessToken ?? 'emulator-access-token';
  const appSecret = options.appSecret ?? 'emulator-app-secret';
  const world = createWorld(options, { accessToken, appSecret });
  const app = createEmulatorApp();
  answerErrors(app);
  app.addHook('onRequest', async () => world.catchUp());
  if (options.journal !== undefined) keepJournal(app, options.journal);
  registerMessagesRoutes(app, world);
  registerGraphRoutes(app, world);
  registerControlRoutes(app, world);
  await registerPageRoutes(app, world);
  const url = await listenOnLoopback(app, options);
  const methods = toMethods(world);
  return Object.assign(methods, {
    ...{ url, accessToken, appSecret },
    close: async () => {
      await world.close();
      await app.close();
    },
  });
}

type Methods = Omit<CloudApiEmulator, 'url' | 'accessToken' | 'appSecret' | 'close'>;

function toMethods(world: CloudWorld): Methods {
  const { platform, owners } = world;
  return {
    senders: world.senders(),
    script: (phone, ...behaviours) => world.script(phone, behaviours),
    follow: (phone, next) => world.follow(phone, next),
    scriptTemplate: (name, ...behaviours) => world.scriptTemplate(name, behaviours),
    reply: (phone, text, where) => owners.write(phone, { type: 'text', text }, where),
    write: (phone, content, where) => owners.write(phone, content, where),
    tap: (phone, id, wamid) => owners.tap(phone, id, wamid),
    call: (phone, id) => owners.call(phone, id),
    prefer: (phone, value) => owners.prefer(phone, value),
    setPresence: (phone, presence) => owners.setPresence(phone, presence),
    changeNumber: (phone, next) => owners.changeNumber(phone, next),
    changeUserId: (phone, next) => owners.changeUserId(phone, next),
    setRules: (patch) => world.rules.change(patch),
    get rules() {
      return world.rules.settings;
    },
    sendWebhook: (order) => world.tell(order.field, toOrderedValue(platform, order), order.accountId),
    setWebhookShape: (shape) => world.setShape(shape),
    settleTemplate: (name, verdict) => world.settleTemplate(name, verdict),
    catchUp: () => world.catchUp(),
    release: (phone, wamid) => world.settleHeld(phone, 'release', wamid),
    drop: (phone, wamid) => world.settleHeld(phone, 'drop', wamid),
    report: (wamid, status) => world.report(wamid, status),
    received: (phone) => world.received(phone),
    messages: (phone) => world.messages(phone),
    requests: (phone) => world.requests(phone),
    setClockOffset: (phone, offsetMs) => world.setClockOffset(phone, offsetMs),
    setApp: (patch) => platform.changeApp(patch),
    setAccount: (patch, id) => platform.accounts.change(platform.accountIdOrThrow(id), patch),
    setNumber: (patch, id) => platform.numbers.change(platform.senderOrThrow(id).phoneNumberId, patch),
    addTemplate: (template, id) => void platform.templates.add(platform.accountIdOrThrow(id), template),
    setTemplate: (key, patch) => void platform.templates.changeMatching(key, patch),
    setDelivery: (delivery) => world.outbox.setDelivery(delivery),
    setWebhookUrl: (webhookUrl) => world.outbox.setUrl(webhookUrl),
    subscribe: (webhookUrl, verifyToken) => subscribe(world, webhookUrl, verifyToken),
    webhooks: () => world.outbox.counts(),
    idle: (phone) => world.idle(phone),
    until: (condition) => world.until(condition),
    reset: () => world.reset(),
  };
}

function createWorld(
  options: CloudApiOptions,
  { accessToken, appSecret }: { readonly accessToken: string; readonly appSecret: string },
): CloudWorld {
  return new CloudWorld({
    senders: options.senders ?? [DEFAULT_SENDER],
    accessToken,
    templates: options.templates ?? [],
    templateCategories: options.templateCategories ?? {},
    defaultBehaviour: options.defaultBehaviour ?? { do: 'deliver' },
    now: options.now ?? Date.now,
    rules: mergeRules(options.ruleSet === 'meta' ? META_RULES : QUIET_RULES, options.rules ?? {}),
    shape: { ...USUAL_SHAPE, ...options.webhookShape },
    outbox: {
      url: options.webhookUrl,
      appSecret,
      delivery: options.delivery ?? {},
      giveUpAfterMs: options.giveUpAfterMs ?? 600_000,
      maxRetryDelayMs: options.maxRetryDelayMs ?? 2_000,
    },
  });
}

async function subscribe(world: CloudWorld, webhookUrl: string, verifyToken: string): Promise<void> {
  const challenge = String(Date.now());
  const response = await request(webhookUrl, {
    query: { 'hub.mode': 'subscribe', 'hub.challenge': challenge, 'hub.verify_token': verifyToken },
  });
  const body = await response.body.text();
  if (response.statusCode !== 200 || body !== challenge) {
    throw new EmulatorError(
      'EMULATOR_WEBHOOK_REFUSED',
      `Expected 200 with the challenge from the webhook's GET, found ${response.statusCode}; check the verify token.`,
    );
  }
  world.outbox.setUrl(webhookUrl);
}
